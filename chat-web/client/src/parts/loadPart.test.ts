import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FileError } from './importPart';
import { loadPart, missingParts, retryParts, tryPart } from './loadPart';

const unreachable = new FileError('https://parley.example/assets/part.js', 0);
const removed = new FileError('https://parley.example/assets/part.js', 404);

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const reason = () => missingParts.getState().reason;

it('repeats a failed attempt, ever less often', async () => {
  const load = vi.fn(() => Promise.reject<string>(unreachable));
  const part = loadPart(load);
  for (const [seconds, attempts] of [
    [0, 1],
    [1, 2],
    [2, 3],
    [4, 4],
    [8, 5],
    [16, 6],
    [30, 7],
    [30, 8],
  ] as const) {
    await vi.advanceTimersByTimeAsync(seconds * 1_000);
    expect(load).toHaveBeenCalledTimes(attempts);
  }
  load.mockResolvedValue('part');
  await vi.advanceTimersByTimeAsync(30_000);

  expect(await part).toBe('part');
});

it('says that a part is missing until it has arrived', async () => {
  const load = vi.fn(() => Promise.reject<string>(unreachable));
  const part = loadPart(load);
  await vi.advanceTimersByTimeAsync(0);
  expect(reason()).toBe('unreachable');
  load.mockRejectedValueOnce(removed);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reason()).toBe('outdated');

  load.mockResolvedValue('part');
  await vi.advanceTimersByTimeAsync(2_000);
  await part;
  expect(reason()).toBeUndefined();
});

it('asks for a reload while one of several missing parts needs it', async () => {
  const first = vi.fn(() => Promise.reject<string>(removed));
  const second = vi.fn(() => Promise.reject<string>(unreachable));
  const parts = [loadPart(first), loadPart(second)];
  await vi.advanceTimersByTimeAsync(0);
  expect(reason()).toBe('outdated');

  first.mockResolvedValue('part');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reason()).toBe('unreachable');
  second.mockResolvedValue('part');
  await vi.advanceTimersByTimeAsync(2_000);
  await Promise.all(parts);
});

it('asks for a reload if the browser refuses what has arrived', async () => {
  const load = vi.fn(() => Promise.reject<string>(new TypeError('Failed to fetch dynamically imported module')));
  const part = loadPart(load);
  await vi.advanceTimersByTimeAsync(0);
  expect(reason()).toBe('outdated');
  load.mockResolvedValue('part');
  await vi.advanceTimersByTimeAsync(1_000);
  await part;
});

it('does not mention what the page works without', async () => {
  const load = vi.fn(() => Promise.reject<string>(unreachable));
  const part = loadPart(load, { quiet: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(reason()).toBeUndefined();
  load.mockResolvedValue('part');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await part).toBe('part');
});

it('repeats at once when the server can be reached again', async () => {
  const load = vi.fn(() => Promise.reject<string>(unreachable));
  const part = loadPart(load);
  await vi.advanceTimersByTimeAsync(7_000);
  load.mockResolvedValue('part');
  retryParts();

  expect(await part).toBe('part');
  expect(vi.getTimerCount()).toBe(0);
});

it('does without a part that is needed at once', async () => {
  expect(await tryPart(() => Promise.reject<string>(unreachable))).toBeUndefined();
  expect(await tryPart(() => Promise.resolve('part'))).toBe('part');
});
