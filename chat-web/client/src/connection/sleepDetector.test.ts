import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SleepDetector } from './sleepDetector';

describe('waking', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is noticed at the next tick, with how long it slept', () => {
    const woke = vi.fn();
    const sleepDetector = new SleepDetector(woke);
    vi.advanceTimersByTime(60_000);
    expect(woke).not.toHaveBeenCalled();
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(5_000);
    expect(woke).toHaveBeenCalledExactlyOnceWith(3_600_000);
    sleepDetector.stop();
  });

  test('is noticed at once by whoever looks, and told once', () => {
    const woke = vi.fn();
    const sleepDetector = new SleepDetector(woke);
    vi.setSystemTime(Date.now() + 3_600_000);
    sleepDetector.look();
    expect(woke).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(10_000);
    expect(woke).toHaveBeenCalledOnce();
    sleepDetector.stop();
  });
});
