// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadMarkdown } from '../../markdown/useMarkdown';
import { aConversation, aMessage, chatFixture } from '../../testing/chatFixture';
import { fakeCss, fakeLayout } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import { MessageList } from './MessageList';

let focused = true;
let intersect: ReturnType<typeof fakeLayout>['intersect'];

// They are loaded on demand.
beforeAll(async () => {
  await Promise.all([
    import('../../ui/overlays/MenuPopover'),
    import('../../ui/overlays/ModalDialog'),
    import('../../ui/overlays/InfoPopover'),
  ]);
});
beforeEach(() => {
  focused = true;
  fakeCss();
  ({ intersect } = fakeLayout());
  vi.spyOn(document, 'hasFocus').mockImplementation(() => focused);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function attention(has: boolean) {
  focused = has;
  act(() => void window.dispatchEvent(new Event(has ? 'focus' : 'blur')));
}

interface Options {
  count?: number;
  unread?: number;
  kind?: 'direct' | 'group';
  /** The sender of every second message. */
  from?: number;
  /** Of this user, in a group. */
  role?: string;
  /** Whether to wait until the messages are at their place. */
  untilShown?: boolean;
}

/** A conversation with the messages 1 to `count`. */
async function show(options: Options = {}) {
  const { count = 3, unread = 0, kind = 'direct', from = 2, role = 'member', untilShown = true } = options;
  const all = chatFixture();
  const items = Array.from({ length: count }, (_, i) => aMessage(i + 1, { from: i % 2 ? from : 2 }));
  const members = [
    { user: 1, role, read: count - unread, username: 'ada', displayName: 'Ada' },
    { user: 2, role: 'member', read: 0, username: 'kim', displayName: 'Kim' },
  ];
  all.api.conversations.mockResolvedValue({ items: [aConversation({ kind, unread, members, last: items.at(-1) })] });
  all.api.conversation.mockResolvedValue(aConversation({ kind, unread: 0, members, last: items.at(-1) }));
  all.api.messages.mockResolvedValue({ items });
  all.chat.start();
  all.chat.open(7);
  all.network.latest.welcomes();
  render(
    <ChatContext value={all.chat}>
      <MessageList conv={7} title="Kim" kind={kind} />
    </ChatContext>,
  );
  await waitFor(() => expect(all.state().place).toBeDefined());
  await screen.findAllByTestId('message');
  // The place is applied after the messages are rendered; before that, nothing counts as seen.
  if (untilShown) await waitFor(() => expect(screen.getByRole('log').dataset.shown).toBe('true'));
  const deliver = (pos: number, more = {}) =>
    act(() => all.network.latest.delivers({ t: 'msg', ...aMessage(pos, more), prev: pos - 1 }));
  const message = (pos: number) => screen.getAllByTestId('message').find((each) => each.dataset.pos === String(pos));
  return { ...all, deliver, message };
}

describe('the list of messages', () => {
  test('renders a limited part of a long conversation', async () => {
    await show({ count: 900 });
    expect(screen.getAllByTestId('message').length).toBeLessThan(60);
    expect(document.querySelectorAll('*').length).toBeLessThan(2_000);
  });

  test('names each message by its sender, text and time', async () => {
    const { message } = await show({ kind: 'group' });
    const named = message(3)?.getAttribute('aria-labelledby') ?? '';
    const name = named.split(' ').map((id) => document.getElementById(id)?.textContent);
    expect(name).toEqual(['Kim', 'message 3', expect.stringMatching(/\d/)]);
  });

  test('one message is in the tab order; arrow keys, J and K move the focus', async () => {
    const { message } = await show();
    expect(screen.getAllByTestId('message').filter((each) => each.tabIndex === 0)).toEqual([message(3)]);
    act(() => message(3)?.focus());
    fireEvent.keyDown(message(3) as HTMLElement, { key: 'ArrowUp' });
    await waitFor(() => expect(document.activeElement).toBe(message(2)));
    fireEvent.keyDown(message(2) as HTMLElement, { key: 'k' });
    await waitFor(() => expect(document.activeElement).toBe(message(1)));
    fireEvent.keyDown(message(1) as HTMLElement, { key: 'J' });
    await waitFor(() => expect(document.activeElement).toBe(message(2)));
    fireEvent.keyDown(message(2) as HTMLElement, { key: 'End' });
    await waitFor(() => expect(document.activeElement).toBe(message(3)));
  });

  test('a notice is reached by the arrow keys, and its names by Tab only from there', async () => {
    const { message, deliver } = await show({ kind: 'group' });
    deliver(4, { from: undefined, body: undefined, kind: 'member', user: 2, by: 1 });
    deliver(5);
    const names = () => screen.getAllByRole('button', { name: /^(Ada|Kim)$/ }).filter(({ tabIndex }) => tabIndex === 0);
    const notice = () => document.querySelector<HTMLElement>('.line--notice[data-pos="4"]');
    expect(notice()?.tabIndex).toBe(-1);
    act(() => message(5)?.focus());
    expect(names().every((name) => message(5)?.contains(name))).toBe(true);
    fireEvent.keyDown(message(5) as HTMLElement, { key: 'ArrowUp' });
    await waitFor(() => expect(document.activeElement).toBe(notice()));
    expect(names().map((name) => name.textContent)).toEqual(['Ada', 'Kim']);
    fireEvent.keyDown(notice() as HTMLElement, { key: 'ArrowUp' });
    await waitFor(() => expect(document.activeElement).toBe(message(3)));
  });

  test('there is one toolbar, at the message that is hovered or focused', async () => {
    const { message } = await show();
    expect(screen.queryByTestId('tools')).toBeNull();
    act(() => message(3)?.focus());
    expect(message(3)?.contains(screen.getByTestId('tools'))).toBe(true);
    fireEvent.pointerOver(message(1) as HTMLElement);
    expect(screen.getAllByTestId('tools')).toHaveLength(1);
    expect(message(1)?.contains(screen.getByTestId('tools'))).toBe(true);
  });

  test('R replies, U marks unread, E edits only own messages', async () => {
    const { message, state, network } = await show({ from: 1 });
    act(() => message(3)?.focus());
    fireEvent.keyDown(message(3) as HTMLElement, { key: 'r' });
    expect(state().replying.get(7)).toBe(3);
    fireEvent.keyDown(message(3) as HTMLElement, { key: 'e' });
    expect(screen.queryByRole('textbox', { name: 'Edit message' })).toBeNull();
    fireEvent.keyDown(message(3) as HTMLElement, { key: 'u' });
    expect(network.latest.only('unread')).toMatchObject({ conv: 7, pos: 3 });
    act(() => message(2)?.focus());
    fireEvent.keyDown(message(2) as HTMLElement, { key: 'e' });
    expect(await screen.findByRole('textbox', { name: 'Edit message' })).toBeTruthy();
  });

  test('a reaction is toggled by its chip and by the toolbar', async () => {
    const { message, network, chat } = await show();
    const add = vi.spyOn(chat.changes, 'add');
    act(() =>
      network.latest.delivers({
        ...{ t: 'upd', conv: 7, pos: 3, at: 4, prev: 3, kind: 'reaction', by: 2, ts: 'x', emoji: '👍', on: true },
      }),
    );
    const chip = within(message(3) as HTMLElement).getByRole('button', { name: /👍 from Kim/ });
    expect(chip.getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(chip);
    expect(add).toHaveBeenCalledWith(7, 3, { kind: 'react', emoji: '👍', on: true });
  });

  test('Delete asks first', async () => {
    const { message, chat } = await show({ from: 1 });
    const add = vi.spyOn(chat.changes, 'add');
    act(() => message(2)?.focus());
    fireEvent.keyDown(message(2) as HTMLElement, { key: 'Delete' });
    const dialog = await screen.findByRole('alertdialog', { name: 'Delete this message?' }, { timeout: 10_000 });
    expect(add).not.toHaveBeenCalled();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(add).toHaveBeenCalledWith(7, 2, { kind: 'revoke' });
  });

  test('a name and a mention open the profile of their person', async () => {
    const { deliver, message } = await show({ kind: 'group' });
    fireEvent.click(within(message(1) as HTMLElement).getByRole('button', { name: 'Kim' }));
    const card = await screen.findByTestId('profile');
    expect(card.dataset.user).toBe('2');
    fireEvent.keyDown(card, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByTestId('profile')).toBeNull());
    await loadMarkdown();
    deliver(4, { body: 'hello @ada', mentions: { users: [1] } });
    fireEvent.click(await screen.findByRole('button', { name: '@Ada' }));
    await waitFor(() => expect(screen.getByTestId('profile').dataset.user).toBe('1'));
  });

  test('the names in a notice and in a quote open the profile of their person', async () => {
    const { deliver, message } = await show({ kind: 'group' });
    deliver(4, { body: undefined, kind: 'member', user: 1, by: 2, role: 'moderator' });
    fireEvent.click(await screen.findByRole('button', { name: 'Ada' }));
    const card = await screen.findByTestId('profile');
    expect(card.dataset.user).toBe('1');
    fireEvent.keyDown(card, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByTestId('profile')).toBeNull());
    deliver(5, { body: 'yes', from: 1, replyTo: 3 });
    await waitFor(() => expect(message(5)).toBeTruthy());
    fireEvent.click(within(message(5) as HTMLElement).getByRole('button', { name: 'Kim' }));
    await waitFor(() => expect(screen.getByTestId('profile').dataset.user).toBe('2'));
  });

  test('moderators delete messages of others, members do not', async () => {
    const { message, chat } = await show({ kind: 'group', role: 'moderator' });
    const add = vi.spyOn(chat.changes, 'add');
    act(() => message(3)?.focus());
    fireEvent.keyDown(message(3) as HTMLElement, { key: 'Delete' });
    const dialog = await screen.findByRole('alertdialog', { name: 'Delete this message?' });
    expect(dialog.textContent).toContain('It was written by Kim.');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(add).toHaveBeenCalledWith(7, 3, { kind: 'revoke' });
    cleanup();
    const asMember = await show({ kind: 'group' });
    act(() => asMember.message(3)?.focus());
    fireEvent.keyDown(asMember.message(3) as HTMLElement, { key: 'Delete' });
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  test('a message of someone else in a channel is reported with a reason', async () => {
    const { message, api } = await show({ kind: 'group', from: 1 });
    const open = (pos: number) => {
      act(() => message(pos)?.focus());
      fireEvent.keyDown(message(pos) as HTMLElement, { key: 'Enter' });
    };
    open(2);
    const reply = await screen.findByRole('menuitem', { name: 'Reply' });
    expect(screen.queryByRole('menuitem', { name: 'Report' })).toBeNull();
    fireEvent.click(reply);
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    open(1);
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Report' }));
    const dialog = await screen.findByRole('dialog', { name: 'Report this message' });
    fireEvent.change(within(dialog).getByLabelText('Reason (optional)'), { target: { value: ' Rude ' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Report' }));
    await within(dialog).findByText(/Thank you/);
    expect(api.report).toHaveBeenCalledExactlyOnceWith(7, 1, 'Rude');
  });

  test('a channel shows who has read a message', async () => {
    const { message, api } = await show({ kind: 'group' });
    act(() => message(2)?.focus());
    fireEvent.keyDown(message(2) as HTMLElement, { key: 'Enter' });
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Who has read' }));
    const dialog = await screen.findByRole('dialog', { name: 'Who has read' });
    // The page knows the members: nothing is loaded.
    expect((await within(dialog).findByTestId('reader')).textContent).toContain('Ada');
    expect(api.readers).not.toHaveBeenCalled();
  });

  test('Enter opens the menu with all actions in one order', async () => {
    const { message, state } = await show({ from: 1 });
    act(() => message(2)?.focus());
    fireEvent.keyDown(message(2) as HTMLElement, { key: 'Enter' });
    const items = await screen.findAllByRole('menuitem', {}, { timeout: 10_000 });
    const names = items.map((item) => item.querySelector('[slot="label"]')?.textContent);
    expect(names).toEqual([
      ...['Add reaction', 'Reply', 'Copy text', 'Copy link', 'Mark unread from here', 'Edit', 'Delete'],
    ]);
    // The popover around a menu is a dialog, so it needs a name, too.
    const menu = screen.getByRole('menu');
    expect(menu.closest('[role="dialog"]')?.getAttribute('aria-label')).toBe(menu.getAttribute('aria-label'));
    fireEvent.click(items[1] as HTMLElement);
    await waitFor(() => expect(state().replying.get(7)).toBe(2));
  });
});

describe('reading', () => {
  test('what was on screen in a focused window is read, and nothing else', async () => {
    const { network } = await show({ count: 10, unread: 5 });
    act(() => intersect((element) => Number(element.dataset.pos) <= 7));
    await waitFor(() => expect(network.latest.of('read').at(-1)).toMatchObject({ conv: 7, pos: 7 }));
  });

  test('what is on screen before the messages are at their place is read once they are', async () => {
    const { network } = await show({ count: 10, unread: 5, untilShown: false });
    act(() => intersect((element) => Number(element.dataset.pos) <= 7));
    await waitFor(() => expect(network.latest.of('read').at(-1)).toMatchObject({ conv: 7, pos: 7 }));
  });

  test('nothing is read while the window has no focus', async () => {
    const { network } = await show({ count: 10, unread: 5 });
    attention(false);
    act(() => intersect(() => true));
    expect(network.latest.of('read')).toEqual([]);
    attention(true);
    expect(network.latest.of('read').at(-1)).toMatchObject({ pos: 10 });
  });

  test('the "New" line is before the first unread message, and moves when attention is lost', async () => {
    const { deliver } = await show({ count: 10, unread: 2 });
    const order = () =>
      [...document.querySelectorAll('.line--unread, article')].map((element) =>
        element instanceof HTMLElement && element.dataset.pos ? element.dataset.pos : 'New',
      );
    expect(order().slice(-3)).toEqual(['New', '9', '10']);
    act(() => intersect(() => true));
    attention(false);
    expect(order()).not.toContain('New');
    deliver(11);
    deliver(12);
    await waitFor(() => expect(order().slice(-3)).toEqual(['New', '11', '12']));
    attention(true);
    act(() => intersect(() => true));
    expect(order().slice(-3)).toEqual(['New', '11', '12']);
  });
});

test('new messages are announced, in a bundle when there are many, and history never', async () => {
  const { deliver } = await show();
  const announced = () =>
    [...document.querySelectorAll('[role="status"][aria-live="polite"]')].map((each) => each.textContent).join('');
  expect(announced()).toBe('');
  deliver(4);
  await waitFor(() => expect(announced()).toBe('Kim: message 4'));
  for (let pos = 5; pos < 12; pos++) deliver(pos);
  await waitFor(() => expect(announced()).toMatch(/^\d+ new messages$/));
});

test('a new message of an unknown user is announced once the name is loaded', async () => {
  const { deliver, api } = await show();
  api.named.mockResolvedValue([{ id: 9, username: 'grace', displayName: 'Grace' }]);
  deliver(4, { from: 9 });
  const announced = () => document.querySelector('[role="status"][aria-live="polite"]')?.textContent;
  await waitFor(() => expect(announced()).toBe('Grace: message 4'));
  expect(screen.getAllByText('Grace')).not.toHaveLength(0);
  expect(api.named).toHaveBeenCalledExactlyOnceWith([9]);
});

test('an own message is shown, also when it takes away the "New" line above what is being read', async () => {
  const { chat, message } = await show({ count: 300, unread: 300 });
  fireEvent.scroll(screen.getByRole('log'), { target: { scrollTop: 0 } });
  await waitFor(() => expect(message(1)).toBeTruthy());
  expect(document.querySelector('.line--unread')).toBeTruthy();
  act(() => chat.outbox.add(7, 'An answer'));
  expect(document.querySelector('.line--unread')).toBeNull();
  await screen.findByText('An answer');
  expect(message(300)).toBeTruthy();
  expect(message(1)).toBeUndefined();
});
