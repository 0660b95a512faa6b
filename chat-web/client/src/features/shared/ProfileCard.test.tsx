// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { chatFixture, kim } from '../../testing/chatFixture';
import { ChatContext } from './chatContext';
import { ProfileCard } from './ProfileCard';
import { resetShell, shell } from './shell';
import { navigation } from './useRoute';

function show(user: number, presence = {}) {
  const fixture = chatFixture();
  fixture.chat.list.addPeople([kim]);
  fixture.chat.start();
  fixture.network.latest.welcomes();
  fixture.network.latest.delivers({ t: 'presence', users: [{ id: 2, online: true, state: 'online', ...presence }] });
  const onLeave = vi.fn();
  document.body.innerHTML = '<textarea id="message">hi</textarea>';
  render(
    <ChatContext value={fixture.chat}>
      <ProfileCard user={user} onLeave={onLeave} />
    </ChatContext>,
  );
  return { ...fixture, onLeave };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('a profile card', () => {
  afterEach(() => {
    cleanup();
    resetShell();
    vi.restoreAllMocks();
  });

  test('shows name, state and status', () => {
    const until = '2099-01-01T10:00:00Z';
    show(2, { state: 'dnd', dndUntil: until, text: 'In a meeting', emoji: '📅' });
    const card = screen.getByTestId('profile').textContent;
    expect(card).toContain('Kim');
    expect(card).toContain('@kim');
    expect(card).toContain('Do not disturb until');
    expect(card).toContain('📅 In a meeting');
  });

  test('shows the local time of those who have a time zone', () => {
    vi.useFakeTimers({ now: new Date('2026-03-06T12:00:00Z') });
    show(2, { hours: { zone: 'Asia/Kolkata', days: [1], from: '09:00', to: '17:00' } });
    expect(screen.getByTestId('profile').textContent).toMatch(/(5:30.PM|17:30) local time/);
    vi.useRealTimers();
  });

  test('an earlier server that only says who is online is understood', () => {
    show(2, { state: undefined });
    expect(screen.getByTestId('profile').textContent).toContain('Online');
  });

  test('writes to the person', async () => {
    const { api, onLeave } = show(2);
    press('Message');
    await waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
    expect(api.direct).toHaveBeenCalledExactlyOnceWith(2);
    expect(navigation.current().route).toEqual({ view: 'conversation', conv: 7 });
  });

  test('mentions the person where the user was writing', async () => {
    show(2);
    const field = document.getElementById('message') as HTMLTextAreaElement;
    field.setSelectionRange(2, 2);
    press('Mention');
    await waitFor(() => expect(field.value).toBe('hi @kim '));
  });

  test('blocks after a question, and unblocks', async () => {
    const { chat, api, state } = show(2);
    act(() => chat.store.setState({ ownLoaded: true }));
    press('Block');
    expect(api.block).not.toHaveBeenCalled();
    press('Block this person');
    await waitFor(() => expect(state().own.blocks).toEqual([kim]));
    expect(api.block).toHaveBeenCalledExactlyOnceWith(2);
    fireEvent.click(await screen.findByRole('button', { name: 'Unblock' }));
    await waitFor(() => expect(state().own.blocks).toEqual([]));
    expect(api.unblock).toHaveBeenCalledExactlyOnceWith(2);
  });

  test('the own card leads to status and profile', () => {
    show(1);
    expect(screen.queryByRole('button', { name: 'Message' })).toBeNull();
    press('Set a status');
    expect(shell.getState().overlay).toBe('status');
    press('Edit profile');
    expect(shell.getState().overlay).toBe('profile');
  });
});
