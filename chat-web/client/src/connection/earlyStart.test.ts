import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { helloText } from '../protocol/hello';
import { FakeSocket } from '../testing/fakeSocket';
import { Api } from './api';
import { EarlyStart } from './earlyStart';
import { firstPaths, SESSION_PATH } from './firstRequests';
import type { Socket } from './serverConnection';
import { ServerConnection } from './serverConnection';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

function started(conv?: number) {
  const get = vi.fn((path: string) => Promise.resolve(new Response(path)));
  const socket = new FakeSocket();
  const early = new EarlyStart('tab1', get);
  early.connect(socket as unknown as WebSocket, firstPaths(conv));
  return { early, get, socket, requested: () => get.mock.calls.map(([path]) => path) };
}

/** A page that uses what was started early, and opens further sockets by itself. */
function page(early: EarlyStart) {
  const opened: FakeSocket[] = [];
  const events = {
    hello: () => ({ resume: {}, client: 'tab1', idle: undefined }),
    welcomed: vi.fn(),
    frame: vi.fn(),
    changed: vi.fn(),
    handshakeFailed: vi.fn(),
    ended: vi.fn(),
  };
  const open = (): Socket => {
    const socket = early.takeSocket();
    if (socket) return socket;
    opened.push(new FakeSocket());
    return opened.at(-1) as FakeSocket;
  };
  const connection = new ServerConnection(open, events, () => 0.5);
  connection.start();
  return { connection, events, opened };
}

test('requests the session at once, and the rest after welcome', () => {
  const { socket, requested } = started(7);
  expect(requested()).toEqual([SESSION_PATH]);
  socket.welcomes();
  expect(requested()).toEqual([SESSION_PATH, ...firstPaths(7)]);
});

test('requests what the page requests first', async () => {
  const fetch = vi.fn<(path: string) => Promise<Response>>(() => Promise.resolve(Response.json({ items: [] })));
  const api = new Api('tab1', fetch);
  await api.conversations(undefined, 30);
  await api.messages(7, {}, 50);
  expect(fetch.mock.calls.map(([path]) => path)).toEqual(firstPaths(7));
});

test('the page gets each answer once, and only to reads', async () => {
  const { early, socket } = started();
  socket.welcomes();
  const [list = ''] = firstPaths(undefined);
  expect(early.take('POST', SESSION_PATH)).toBeUndefined();
  expect(await (await early.take('GET', list))?.text()).toBe(list);
  expect(early.take('GET', list)).toBeUndefined();
});

test('the page receives what the socket received before, and says no second hello', async () => {
  const { early, socket } = started();
  socket.welcomes();
  socket.delivers({ t: 'typing', conv: 7, user: 2 });
  vi.advanceTimersByTime(1_500);
  const { connection, events, opened } = page(early);
  await settle();
  expect(events.welcomed).toHaveBeenCalledOnce();
  expect(events.welcomed.mock.calls[0]?.[2]).toBe(1_500);
  expect(events.frame).toHaveBeenCalledOnce();
  socket.delivers({ t: 'typing', conv: 7, user: 2 });
  expect(events.frame).toHaveBeenCalledTimes(2);
  expect(connection.send({ t: 'ping' })).toBe(true);
  expect(socket.sent.map(({ t }) => t)).toEqual(['hello', 'ping']);
  expect(opened).toEqual([]);
});

test('a page that is loaded before the socket is open waits for it', async () => {
  const { early, socket, requested } = started(7);
  const { events } = page(early);
  await settle();
  socket.welcomes();
  expect(events.welcomed).toHaveBeenCalledOnce();
  expect(socket.of('hello')).toMatchObject([{ version: 1, client: 'tab1' }]);
  // The page sends them itself.
  expect(requested()).toEqual([SESSION_PATH]);
});

test('a page that would say another hello opens another socket', async () => {
  const { early, socket } = started();
  socket.welcomes();
  early.takeSocket()?.send(helloText(1, { resume: { '7': 3 }, client: 'tab1' }));
  await settle();
  expect(socket.closed).toBe(true);
});

test('after the socket has closed, its answers are not used', async () => {
  const { early, socket } = started(7);
  socket.welcomes();
  socket.closes();
  for (const path of firstPaths(7)) expect(early.take('GET', path)).toBeUndefined();
  expect(early.take('GET', SESSION_PATH)).toBeDefined();
  const { opened } = page(early);
  await settle();
  expect(opened).toHaveLength(1);
});

test('who signs in later gets nothing of it', () => {
  const { early, socket } = started(7);
  socket.welcomes();
  early.discard();
  for (const path of [SESSION_PATH, ...firstPaths(7)]) expect(early.take('GET', path)).toBeUndefined();
  expect(early.takeSocket()).toBeUndefined();
  expect(socket.closed).toBe(true);
});
