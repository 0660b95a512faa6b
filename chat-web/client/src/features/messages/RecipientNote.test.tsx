// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Presence } from '../../protocol/frames';
import { aConversation, chatFixture, kim } from '../../testing/chatFixture';
import { ChatContext } from '../shared/chatContext';
import { RecipientNote } from './RecipientNote';

const office = { zone: 'Asia/Kolkata', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:30' };

// A Friday; in Kolkata it is half past five in the afternoon.
beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-06T11:59:30Z') }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function show(presence: Partial<Presence>) {
  const { chat } = chatFixture();
  chat.list.addPeople([kim]);
  chat.list.upsert(aConversation(), [], 0);
  chat.store.setState({ presence: new Map([[2, { id: 2, online: true, state: 'online', ...presence }]]) });
  const { container } = render(
    <ChatContext value={chat}>
      <RecipientNote conv={7} />
    </ChatContext>,
  );
  return () => container.textContent;
}

test('outside of the working hours of the recipient, their local time is shown, and follows the clock', () => {
  const note = show({ hours: office });
  expect(note()).toBe('');
  act(() => void vi.advanceTimersByTime(31_000));
  expect(note()).toMatch(/^It’s (5:30.PM|17:30) for Kim, outside their working hours\.$/);
  act(() => void vi.advanceTimersByTime(60_000));
  expect(note()).toMatch(/(5:31.PM|17:31)/);
});

test('do-not-disturb goes before the working hours', () => {
  const note = show({ hours: { ...office, days: [1] }, dndUntil: '2099-01-01T10:00:00Z' });
  expect(note()).toContain('has paused notifications');
  expect(note()).not.toContain('working hours');
});

test('without working hours there is no note', () => {
  expect(show({ zone: 'Asia/Kolkata' })()).toBe('');
});
