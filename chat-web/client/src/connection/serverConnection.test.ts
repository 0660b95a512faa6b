import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeNetwork } from '../testing/fakeSocket';
import type { ConnectionStatus } from './serverConnection';
import { ServerConnection } from './serverConnection';

function connected(random = () => 0.5) {
  const network = new FakeNetwork();
  const seen: ConnectionStatus[] = [];
  const events = {
    hello: vi.fn(() => ({ resume: { '7': 40 }, client: 'tab1' })),
    welcomed: vi.fn(),
    frame: vi.fn(),
    changed: (status: ConnectionStatus) => seen.push(status),
    handshakeFailed: vi.fn(),
    ended: vi.fn(),
  };
  const connection = new ServerConnection(network.open, events, random);
  connection.start();
  return { connection, network, events, phase: () => seen.at(-1)?.phase, status: () => seen.at(-1) };
}

describe('the connection', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('sends hello with the positions held, and is open after welcome', () => {
    const { network, events, phase } = connected();
    network.latest.opens();
    expect(network.latest.only('hello')).toMatchObject({ version: 1, resume: { '7': 40 }, client: 'tab1' });
    expect(phase()).toBe('connecting');
    network.latest.welcomes();
    expect(phase()).toBe('open');
    expect(events.welcomed).toHaveBeenCalledOnce();
  });

  test('sends nothing before welcome', () => {
    const { connection, network } = connected();
    network.latest.opens();
    expect(connection.send({ t: 'read', conv: 7, pos: 1 })).toBe(false);
  });

  test('reconnects by itself, with delays that grow up to 30 s', () => {
    const { network } = connected(() => 1);
    for (const delay of [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      const before = network.sockets.length;
      network.latest.closes();
      vi.advanceTimersByTime(delay - 1);
      expect(network.sockets).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(network.sockets).toHaveLength(before + 1);
    }
  });

  test('waits for reconnectAfterMs after bye', () => {
    const { connection, network } = connected();
    network.latest.welcomes();
    network.latest.delivers({ t: 'bye', reason: 'drain', reconnectAfterMs: 7_000 });
    expect(connection.send({ t: 'read', conv: 7, pos: 1 })).toBe(false);
    network.latest.closes(1001);
    vi.advanceTimersByTime(6_999);
    expect(network.sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(network.sockets).toHaveLength(2);
  });

  test('reports a restart from bye until the next welcome', () => {
    const { network, status } = connected();
    network.latest.welcomes();
    expect(status()).toMatchObject({ restarting: false });
    network.latest.delivers({ t: 'bye', reason: 'drain', reconnectAfterMs: 1_000 });
    expect(status()).toMatchObject({ phase: 'open', restarting: true });
    network.latest.closes(1001);
    vi.advanceTimersByTime(1_000);
    network.latest.closes();
    expect(status()).toMatchObject({ phase: 'waiting', restarting: true });
    vi.advanceTimersByTime(1_000);
    network.latest.welcomes();
    expect(status()).toMatchObject({ phase: 'open', restarting: false });
  });

  test('reports a lost connection when a restart does not end', () => {
    const { network, status } = connected();
    network.latest.welcomes();
    network.latest.delivers({ t: 'bye', reason: 'drain', reconnectAfterMs: 1_000 });
    for (let i = 0; i < 9; i++) {
      network.latest.closes();
      vi.advanceTimersByTime(30_000);
    }
    expect(status()).toMatchObject({ restarting: false });
  });

  test('closes by itself if the server does not close after bye, and then waits for reconnectAfterMs', () => {
    const { network, phase } = connected();
    network.latest.welcomes();
    network.latest.delivers({ t: 'bye', reason: 'drain', reconnectAfterMs: 3_000 });
    vi.advanceTimersByTime(5_000);
    expect(phase()).toBe('waiting');
    vi.advanceTimersByTime(2_999);
    expect(network.sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(network.sockets).toHaveLength(2);
  });

  test('pings every 20 s and reconnects if nothing arrives within 10 s', () => {
    const { network, phase } = connected();
    network.latest.welcomes();
    vi.advanceTimersByTime(20_000);
    expect(network.latest.of('ping')).toHaveLength(1);
    network.latest.delivers({ t: 'pong' });
    vi.advanceTimersByTime(20_000);
    expect(network.latest.of('ping')).toHaveLength(2);
    vi.advanceTimersByTime(9_999);
    expect(phase()).toBe('open');
    vi.advanceTimersByTime(1);
    expect(phase()).toBe('waiting');
    expect(network.latest.closed).toBe(true);
  });

  test('pings immediately on checkNow', () => {
    const { connection, network } = connected();
    network.latest.welcomes();
    connection.checkNow();
    expect(network.latest.of('ping')).toHaveLength(1);
  });

  test('reconnects immediately when the network is back', () => {
    const { connection, network } = connected(() => 1);
    for (let i = 0; i < 6; i++) {
      network.latest.closes();
      vi.advanceTimersByTime(30_000);
    }
    network.latest.closes();
    const before = network.sockets.length;
    connection.online();
    expect(network.sockets).toHaveLength(before + 1);
  });

  test('ends when the session is signed out or expired', () => {
    for (const reason of ['signed out', 'token expired']) {
      const { network, events, phase } = connected();
      network.latest.welcomes();
      network.latest.closes(1008, reason);
      vi.advanceTimersByTime(60_000);
      expect(events.ended).toHaveBeenCalledWith(reason);
      expect(network.sockets).toHaveLength(1);
      expect(phase()).toBe('ended');
    }
  });

  test('reports a failed handshake', () => {
    const { network, events } = connected();
    network.latest.closes(1006);
    expect(events.handshakeFailed).toHaveBeenCalledOnce();
  });

  test('gives up on a socket without welcome after 15 s', () => {
    const { network, phase } = connected();
    network.latest.opens();
    vi.advanceTimersByTime(15_000);
    expect(phase()).toBe('waiting');
    expect(network.latest.closed).toBe(true);
  });

  test('waits for retryAfterMs when hello is refused', () => {
    const { network } = connected();
    network.latest.opens();
    const { id } = network.latest.only('hello');
    network.latest.delivers({ t: 'err', id, code: 'unavailable', message: '', retry: true, retryAfterMs: 3_000 });
    vi.advanceTimersByTime(2_999);
    expect(network.sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(network.sockets).toHaveLength(2);
  });

  test('ignores frames of an abandoned socket', () => {
    const { connection, network, events } = connected();
    const first = network.latest;
    first.welcomes();
    connection.offline();
    first.delivers({ t: 'store', state: 'down' });
    expect(events.frame).not.toHaveBeenCalled();
  });
});
