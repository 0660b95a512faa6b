import { expect, test, vi } from 'vitest';
import { ApiError } from '../connection/http';
import { down } from '../testing/chatFixture';
import { SessionList } from './sessionList';

const session = (id: string, current?: true) => ({
  id,
  begunAt: '2026-03-01T10:00:00Z',
  address: '192.0.2.1',
  current,
});

function list() {
  const api = {
    sessions: vi.fn().mockResolvedValue([session('c'), session('b', true), session('a')]),
    endSession: vi.fn().mockResolvedValue(undefined),
    endOtherSessions: vi.fn().mockResolvedValue(undefined),
  };
  const sessions = new SessionList(api);
  return { api, sessions, ids: () => sessions.store.getState().items?.map(({ id }) => id) };
}

test('an ended session leaves the list, also one that had ended by itself', async () => {
  const { api, sessions, ids } = list();
  await sessions.load();
  await sessions.end('a');
  expect(api.endSession).toHaveBeenCalledWith('a');
  api.endSession.mockRejectedValue(new ApiError(404, 'not_found'));
  await sessions.end('c');
  expect(ids()).toEqual(['b']);
});

test('a session that could not be ended stays', async () => {
  const { api, sessions, ids } = list();
  await sessions.load();
  api.endSession.mockRejectedValue(down());
  await expect(sessions.end('a')).rejects.toThrow('unavailable');
  expect(ids()).toEqual(['c', 'b', 'a']);
});

test('all others end and the present one stays', async () => {
  const { sessions, ids } = list();
  await sessions.load();
  await sessions.endOthers();
  expect(ids()).toEqual(['b']);
});

test('a failure is kept until the list is loaded', async () => {
  const { api, sessions, ids } = list();
  api.sessions.mockRejectedValueOnce(down());
  await sessions.load();
  expect(sessions.store.getState().failure?.status).toBe(503);
  await sessions.endOthers();
  expect(ids()).toBeUndefined();
  await sessions.load();
  expect(sessions.store.getState().failure).toBeUndefined();
  expect(ids()).toEqual(['c', 'b', 'a']);
});
