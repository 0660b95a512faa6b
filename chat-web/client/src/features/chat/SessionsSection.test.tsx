// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../../connection/http';
import type { SessionItem } from '../../state/sessionList';
import { SessionList } from '../../state/sessionList';
import { down } from '../../testing/chatFixture';
import { SessionsSection } from './SessionsSection';

const NOW = new Date('2026-03-04T10:15:30Z');

beforeEach(() => vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const laptop: SessionItem = {
  id: 'laptop',
  begunAt: '2026-03-04T10:15:20Z',
  address: '192.0.2.1',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  current: true,
};
const phone: SessionItem = {
  id: 'phone',
  begunAt: '2026-03-01T09:00:00Z',
  address: '198.51.100.7',
  userAgent: 'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0',
};
const program: SessionItem = { id: 'program', begunAt: '2026-03-04T08:00:00Z', address: '198.51.100.8' };

function show(items: SessionItem[] | ApiError) {
  const api = {
    sessions: vi.fn(() => (items instanceof ApiError ? Promise.reject(items) : Promise.resolve(items))),
    endSession: vi.fn().mockResolvedValue(undefined),
    endOtherSessions: vi.fn().mockResolvedValue(undefined),
  };
  render(<SessionsSection sessions={new SessionList(api)} />);
  return api;
}

const rows = () => screen.queryAllByTestId('session').map((row) => row.textContent);
const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('each session has its device, address and time in words, and the present one is marked', async () => {
  show([laptop, program, phone]);
  await waitFor(() => expect(rows()).toHaveLength(3));
  expect(rows()).toEqual([
    'Firefox on LinuxThis sessionFrom 192.0.2.1, signed in just now',
    'Unknown deviceFrom 198.51.100.8, signed in 2 hours agoSign out',
    'Firefox on AndroidFrom 198.51.100.7, signed in 3 days agoSign out',
  ]);
  expect(button('Sign out Firefox on Android, signed in 3 days ago')).toBeTruthy();
});

test('signing out one asks first, and says what was done where the focus goes', async () => {
  const api = show([laptop, phone]);
  fireEvent.click(await screen.findByRole('button', { name: /Sign out Firefox on Android/ }));
  const question = screen.getByRole('group', { name: 'Sign out Firefox on Android?' });
  expect(document.activeElement).toBe(within(question).getByRole('button', { name: 'Cancel' }));
  expect(api.endSession).not.toHaveBeenCalled();
  fireEvent.click(within(question).getByRole('button', { name: 'Sign out' }));
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(api.endSession).toHaveBeenCalledWith('phone');
  expect(await screen.findByText('Firefox on Android is signed out.')).toBeTruthy();
  expect(document.activeElement?.textContent).toBe('Where you’re signed in');
  expect(screen.queryByRole('button', { name: 'Sign out all others' })).toBeNull();
});

test('signing out all others asks first', async () => {
  const api = show([laptop, program, phone]);
  fireEvent.click(await screen.findByRole('button', { name: 'Sign out all others' }));
  fireEvent.click(button('Cancel'));
  expect(screen.queryByRole('group')).toBeNull();
  expect(document.activeElement).toBe(button('Sign out all others'));
  fireEvent.click(button('Sign out all others'));
  fireEvent.click(within(screen.getByRole('group')).getByRole('button', { name: 'Sign out' }));
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(api.endOtherSessions).toHaveBeenCalledOnce();
  expect(await screen.findByText('All other sessions are signed out.')).toBeTruthy();
});

test('what the server cannot do now stays on the screen with the reason', async () => {
  const api = show([laptop, phone]);
  api.endSession.mockRejectedValue(down());
  fireEvent.click(await screen.findByRole('button', { name: /Sign out Firefox on Android/ }));
  fireEvent.click(within(screen.getByRole('group')).getByRole('button', { name: 'Sign out' }));
  expect((await screen.findByRole('alert')).textContent).toContain('temporarily unavailable');
  expect(rows()).toHaveLength(2);
});

test('without the database the list says so, and all others can still be signed out', async () => {
  const api = show(down());
  expect((await screen.findByRole('alert')).textContent).toContain('the database is unavailable');
  fireEvent.click(button('Sign out all others'));
  fireEvent.click(within(screen.getByRole('group')).getByRole('button', { name: 'Sign out' }));
  await waitFor(() => expect(api.endOtherSessions).toHaveBeenCalledOnce());
  api.sessions.mockResolvedValue([laptop]);
  fireEvent.click(button('Try again'));
  await waitFor(() => expect(rows()).toHaveLength(1));
});

test('a server of an earlier version lists none', async () => {
  show(new ApiError(404, 'not_found'));
  expect((await screen.findByRole('alert')).textContent).toContain('doesn’t list sessions yet');
  expect(screen.queryByRole('button')).toBeNull();
});
