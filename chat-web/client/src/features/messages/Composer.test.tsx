// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setEnterBreaks } from '../../compose/preferences';
import { loadEmoji } from '../../emoji/useEmojiIndex';
import type { Upload } from '../../files/uploads';
import { forgetFiles, uploads } from '../../files/uploads';
import { loadMarkdown } from '../../markdown/useMarkdown';
import { aConversation, chatFixture, kim } from '../../testing/chatFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import { Composer } from './Composer';

interface Options {
  conversation?: Parameters<typeof aConversation>[0];
  onEditLast?: () => void;
}

async function show({ conversation, onEditLast }: Options = {}) {
  const { chat, state, storage, network, api } = chatFixture();
  chat.list.addPeople([kim, { id: 3, username: 'bjorn', displayName: 'Björn' }]);
  chat.list.upsert(aConversation(conversation), [], 0);
  api.conversations.mockResolvedValue({ items: [aConversation(conversation)] });
  render(
    <ChatContext value={chat}>
      <Composer conv={7} title="Kim" onEditLast={onEditLast} />
    </ChatContext>,
  );
  await screen.findByTestId('suggestions-count', {}, { timeout: 60_000 });
  const input = screen.getByLabelText<HTMLTextAreaElement>('Message');
  /** Types at the end, as a person does. */
  const write = (value: string) => {
    fireEvent.change(input, { target: { value } });
    select(value.length);
  };
  const select = (from: number, to = from) => {
    input.setSelectionRange(from, to);
    fireEvent.select(input);
  };
  const key = (key: string, more: Record<string, unknown> = {}) => fireEvent.keyDown(input, { key, ...more });
  const bodies = () => state().outgoing.map((message) => message.body);
  return { chat, state, input, write, select, key, storage, bodies, network, api };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const options = () => screen.queryAllByRole('option').map((option) => option.querySelector('bdi')?.textContent);

describe('the composer', () => {
  beforeEach(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
    fakeCss();
  });
  afterEach(() => {
    cleanup();
    localStorage.clear();
    vi.unstubAllGlobals();
  });

  describe('files', () => {
    const picture = { id: 9, name: 'boiler.jpg', size: 5, type: 'image/jpeg' };
    const item = { key: 1, conv: 7, name: 'boiler.jpg', size: 5, received: 0, state: 'uploading' as const };
    const attached = (more: Partial<Upload>) => act(() => uploads.setState({ items: [{ ...item, ...more }] }));
    const send = () => screen.getByTestId<HTMLButtonElement>('send');

    afterEach(forgetFiles);

    test('are waited for, and sent without a text', async () => {
      const { state } = await show();
      attached({});
      expect(await screen.findByRole('progressbar', { name: 'Uploading boiler.jpg' })).toBeTruthy();
      expect(send().disabled).toBe(true);
      attached({ state: 'complete', file: picture });
      fireEvent.click(send());
      expect(state().outgoing.map(({ body, files }) => ({ body, files }))).toEqual([{ body: '', files: [picture] }]);
      expect(uploads.getState().items).toEqual([]);
      expect(send().disabled).toBe(true);
    });

    test('that are refused say why, and keep the message from being sent', async () => {
      const { write } = await show();
      write('look');
      attached({ state: 'failed', failure: { status: 413, code: 'too_large' } });
      expect((await screen.findByRole('alert')).textContent).toBe('This file is too large.');
      expect(send().disabled).toBe(true);
      press('Remove boiler.jpg');
      expect(send().disabled).toBe(false);
    });

    test('a text that is too long can be sent as a file, unless there are ten already', async () => {
      const { input, write, bodies } = await show();
      write('x'.repeat(4_000));
      expect(screen.queryByRole('button', { name: 'Send as a file' })).toBeNull();
      write('x'.repeat(4_001));
      fireEvent.click(await screen.findByRole('button', { name: 'Send as a file' }));
      expect(input.value).toBe('');
      await waitFor(() =>
        expect(uploads.getState().items).toMatchObject([{ conv: 7, name: 'message.txt', size: 4_001 }]),
      );
      expect(bodies()).toEqual([]);

      act(() => uploads.setState({ items: Array.from({ length: 10 }, (_, key) => ({ ...item, key })) }));
      write('x'.repeat(4_001));
      expect(screen.queryByRole('button', { name: 'Send as a file' })).toBeNull();
    });

    test('of other conversations are not shown', async () => {
      await show();
      attached({ conv: 8 });
      expect(screen.queryByRole('list', { name: 'Attached files' })).toBeNull();
    });
  });

  describe('the key Enter', () => {
    test('sends and clears the field', async () => {
      const { input, write, key, bodies } = await show();
      write('hello');
      key('Enter');
      expect(bodies()).toEqual(['hello']);
      expect(input.value).toBe('');
    });

    test('does not send with Shift', async () => {
      const { write, key, bodies } = await show();
      write('hello');
      key('Enter', { shiftKey: true });
      expect(bodies()).toEqual([]);
    });

    test('breaks the line by preference, and sends with Shift', async () => {
      const { write, key, bodies } = await show();
      act(() => setEnterBreaks(true));
      write('hello');
      key('Enter');
      expect(bodies()).toEqual([]);
      key('Enter', { shiftKey: true });
      expect(bodies()).toEqual(['hello']);
    });

    test('breaks the line on touch, where the button sends', async () => {
      vi.stubGlobal('matchMedia', (query: string) => ({
        matches: query.includes('coarse'),
        addEventListener: vi.fn(),
        removeEventListener: vi.fn(),
      }));
      const { write, key, bodies } = await show();
      write('hello');
      key('Enter');
      expect(bodies()).toEqual([]);
      fireEvent.submit(screen.getByTestId('send'));
      expect(bodies()).toEqual(['hello']);
    });

    test('breaks the line in a code block', async () => {
      const { write, key, bodies } = await show();
      write('```\nlet a;');
      key('Enter');
      expect(bodies()).toEqual([]);
      key('Enter', { ctrlKey: true });
      expect(bodies()).toEqual(['```\nlet a;']);
    });

    test('does not send when it confirms a composition', async () => {
      const { write, key, bodies } = await show();
      write('こんに');
      key('Enter', { isComposing: true });
      key('Enter', { keyCode: 229 });
      expect(bodies()).toEqual([]);
    });
  });

  test('whitespace alone is not sent', async () => {
    const { write, key, bodies } = await show();
    write(' \n ');
    key('Enter');
    expect(bodies()).toEqual([]);
  });

  test('invisible characters alone are not sent, an emoji is', async () => {
    const { write, key, bodies } = await show();
    for (const invisible of ['\u200B', '\u3164 \u2800', '\u202E', '\uFE0F', '\u0301']) {
      write(invisible);
      expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
      key('Enter');
    }
    expect(bodies()).toEqual([]);
    write('👨\u200D👩\u200D👧');
    key('Enter');
    expect(bodies()).toEqual(['👨\u200D👩\u200D👧']);
  });

  test('shows the characters left near the limit, counted as code points', async () => {
    const { write, key, bodies } = await show();
    const left = () => document.getElementById('composer-left')?.textContent;
    write('🙂'.repeat(3_990));
    expect(left()).toBe('10 characters left');
    write('🙂'.repeat(4_001));
    expect(left()).toBe('1 character too long');
    key('Enter');
    expect(bodies()).toEqual([]);
  });

  describe('a draft', () => {
    test('is restored', async () => {
      const { chat, write } = await show();
      write('draft');
      cleanup();
      render(
        <ChatContext value={chat}>
          <Composer conv={7} title="Kim" />
        </ChatContext>,
      );
      expect(screen.getByLabelText<HTMLTextAreaElement>('Message').value).toBe('draft');
    });

    test('of another device is shown', async () => {
      const { chat, input } = await show();
      act(() => {
        chat.drafts.write(7, 'from the phone');
        chat.store.setState({ replacedDrafts: new Map([[7, 1]]) });
      });
      expect(input.value).toBe('from the phone');
    });
  });

  test('the up arrow edits the last own message, in an empty field only', async () => {
    const onEditLast = vi.fn();
    const { write, key } = await show({ onEditLast });
    write('a');
    key('ArrowUp');
    expect(onEditLast).not.toHaveBeenCalled();
    write('');
    key('ArrowUp');
    expect(onEditLast).toHaveBeenCalledOnce();
  });

  test('Escape cancels the reply and keeps the text', async () => {
    const { chat, state, input, write, key } = await show();
    act(() => chat.reply(7, 20));
    write('hello');
    key('Escape');
    expect(state().replying.has(7)).toBe(false);
    expect(input.value).toBe('hello');
  });

  describe('formatting', () => {
    test.each([
      ['b', {}, '**word**'],
      ['i', {}, '_word_'],
      ['X', { shiftKey: true }, '~~word~~'],
      ['e', {}, '`word`'],
    ])('Ctrl+%s', async (name, more, expected) => {
      const { input, write, select, key } = await show();
      write('word');
      select(0, 4);
      key(name, { ctrlKey: true, ...more });
      expect(input.value).toBe(expected);
      key(name, { ctrlKey: true, ...more });
      expect(input.value).toBe('word');
    });

    test('by button', async () => {
      const { input, write, select } = await show();
      write('word');
      select(0, 4);
      press('Formatting');
      fireEvent.click(await screen.findByRole('button', { name: 'Quote' }));
      expect(input.value).toBe('> word');
    });

    test('is previewed', async () => {
      await loadMarkdown();
      const { input, write } = await show();
      write('**word**');
      press('Preview');
      const preview = await screen.findByRole('region', { name: 'Preview' });
      expect(preview.querySelector('strong')?.textContent).toBe('word');
      expect(input.hidden).toBe(true);
      press('Preview');
      expect(input.hidden).toBe(false);
      expect(input.value).toBe('**word**');
    });
  });

  describe('pasting', () => {
    const paste = (input: HTMLElement, text: string, html = '') =>
      fireEvent.paste(input, {
        clipboardData: { getData: (type: string) => (type === 'text/html' ? html : text), types: [] },
      });

    test('an address over a selection makes a link', async () => {
      const { input, write, select } = await show();
      write('see this');
      select(4, 8);
      paste(input, 'https://example.org');
      expect(input.value).toBe('see [this](https://example.org)');
    });

    test('formatted text becomes Markdown', async () => {
      const { input } = await show();
      await waitFor(() => {
        fireEvent.change(input, { target: { value: '' } });
        paste(input, 'a b', '<p>a <b>b</b></p>');
        expect(input.value).toBe('a **b**');
      });
    });
  });

  describe('completion', () => {
    const group = { kind: 'group', title: 'General', memberCount: 2 } as const;

    test('of people shows members first, and inserts the username', async () => {
      const { input, write, key } = await show({ conversation: group });
      write('hi @');
      expect(options()).toEqual(['Ada', 'Kim', 'Björn', 'channel', 'here']);
      key('ArrowDown');
      key('Enter');
      expect(input.value).toBe('hi @kim ');
      expect(options()).toEqual([]);
    });

    test('ignores accents', async () => {
      const { input, write, key } = await show();
      write('@BJORN');
      expect(options()).toEqual(['Björn']);
      key('Tab');
      expect(input.value).toBe('@bjorn ');
    });

    test('of channels finds public ones', async () => {
      const { api, write } = await show({ conversation: group });
      api.channels.mockResolvedValue({ items: [{ id: 11, title: 'Gardening', memberCount: 3, joined: false }] });
      write('see #gard');
      await waitFor(() => expect(options()).toEqual(['Gardening']));
      expect(api.channels).toHaveBeenCalledExactlyOnceWith('gard', undefined, 50);
    });

    test('of channels inserts a link', async () => {
      const { input, write, key } = await show({ conversation: group });
      write('see #gen');
      key('Enter');
      expect(input.value).toBe('see [#General](#/c/7) ');
    });

    test('of emoji inserts the emoji', async () => {
      await loadEmoji();
      const { input, write, key } = await show();
      write(':smil');
      expect(options()[0]).toMatch(/^:smil/);
      key('Tab');
      expect(input.value).toMatch(/^\p{Emoji_Presentation} $/u);
    });

    test('the active option is announced', async () => {
      const { input, write, key } = await show();
      expect(input.getAttribute('aria-activedescendant')).toBeNull();
      write('@');
      const list = screen.getByRole('listbox', { name: 'Suggestions' });
      expect(input.getAttribute('aria-controls')).toBe(list.id);
      const active = () => document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
      expect(active()?.getAttribute('aria-selected')).toBe('true');
      expect(active()?.textContent).toContain('Ada');
      key('ArrowUp');
      expect(active()?.textContent).toContain('Björn');
      expect(screen.getByTestId('suggestions-count').textContent).toBe('3 suggestions');
    });

    test('Escape closes the list and nothing else', async () => {
      const { chat, state, input, write, key } = await show();
      act(() => chat.reply(7, 20));
      write('@');
      key('Escape');
      expect(options()).toEqual([]);
      expect(state().replying.has(7)).toBe(true);
      write('@k');
      expect(options()).toEqual([]);
      write('@k @');
      expect(options()).not.toEqual([]);
      expect(input.value).toBe('@k @');
    });

    test('is not offered in code', async () => {
      const { write } = await show();
      write('```\n@');
      expect(options()).toEqual([]);
    });
  });

  describe('emoji', () => {
    test('the second colon of a shortcode converts it', async () => {
      await loadEmoji();
      const { input, write } = await show();
      write('hi :smile');
      const event = new InputEvent('beforeinput', { inputType: 'insertText', data: ':', cancelable: true });
      act(() => void input.dispatchEvent(event));
      expect(event.defaultPrevented).toBe(true);
      expect(input.value).toBe('hi 😄');
    });

    test('a picked emoji is inserted at the caret', async () => {
      await Promise.all([import('../../emoji/EmojiPicker'), loadEmoji()]);
      const { input, write, select } = await show();
      write('ab');
      select(1);
      press('Emoji');
      const picker = await screen.findByRole('dialog', { name: 'Emoji' });
      fireEvent.click(await within(picker).findByRole('option', { name: 'grinning face' }));
      expect(input.value).toBe('a😀b');
      expect(screen.queryByRole('dialog', { name: 'Emoji' })).toBeNull();
    });
  });

  test('offers to add people who are mentioned although they are no members', async () => {
    const members = [{ user: 1, role: 'owner', read: 0 }];
    const conversation = { kind: 'group' as const, title: 'General', members };
    const { chat, api, network, write, key } = await show({ conversation });
    act(() => {
      chat.start();
      network.latest.welcomes();
    });
    write('@bjorn hello');
    key('Escape');
    key('Enter');
    const send = network.latest.last('send');
    const { id, cid } = send;
    act(() =>
      network.latest.delivers({ t: 'ok', id, cid, conv: 7, pos: 5, ts: '2026-01-01T10:00:00Z', notMembers: [3] }),
    );
    expect((await screen.findByText(/isn’t a member/)).textContent).toContain('Björn');
    press('Add');
    expect(api.putMember).toHaveBeenCalledExactlyOnceWith(7, 3);
    await waitFor(() => expect(screen.queryByText(/isn’t a member/)).toBeNull());
    chat.stop();
  });

  test('names whom a pasted text mentions, although the page has not met them', async () => {
    const members = [{ user: 1, role: 'owner', read: 0 }];
    const conversation = { kind: 'group' as const, title: 'General', members };
    const { chat, api, network, write, key } = await show({ conversation });
    api.named.mockResolvedValue([{ id: 99, username: 'grace', displayName: 'Grace' }]);
    act(() => {
      chat.start();
      network.latest.welcomes();
    });
    write('ask @grace');
    key('Enter');
    const { id, cid } = network.latest.last('send');
    act(() =>
      network.latest.delivers({ t: 'ok', id, cid, conv: 7, pos: 5, ts: '2026-01-01T10:00:00Z', notMembers: [99] }),
    );
    await waitFor(() => expect(screen.getByText(/isn’t a member/).textContent).toContain('Grace'));
    expect(api.named).toHaveBeenCalledExactlyOnceWith([99]);
    chat.stop();
  });

  describe('a message to all members of a large channel', () => {
    const large = { kind: 'group', title: 'General', memberCount: 120 } as const;

    test('asks first, with the number', async () => {
      const { input, write, key, bodies } = await show({ conversation: large });
      write('@channel hello');
      key('Enter');
      expect(bodies()).toEqual([]);
      await screen.findByRole('alertdialog', { name: 'Notify 119 people?' });
      press('Cancel');
      expect(input.value).toBe('@channel hello');
      key('Enter');
      fireEvent.click(await screen.findByRole('button', { name: 'Send and notify' }));
      expect(bodies()).toEqual(['@channel hello']);
    });

    test('is sent at once if it only looks like a mention', async () => {
      const { write, key, bodies } = await show({ conversation: large });
      write('`@channel` and ada@channel.example');
      key('Enter');
      await waitFor(() => expect(bodies()).toHaveLength(1));
    });

    test('is sent at once in a small channel', async () => {
      const { write, key, bodies } = await show({ conversation: { ...large, memberCount: 20 } });
      write('@channel hello');
      key('Enter');
      expect(bodies()).toHaveLength(1);
    });
  });
});
