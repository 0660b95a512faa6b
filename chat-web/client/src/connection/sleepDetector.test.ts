import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SleepDetector } from './sleepDetector';

describe('a sleep', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is detected at the next tick, with its duration', () => {
    const onWake = vi.fn();
    const sleepDetector = new SleepDetector(onWake);
    vi.advanceTimersByTime(60_000);
    expect(onWake).not.toHaveBeenCalled();
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(5_000);
    expect(onWake).toHaveBeenCalledExactlyOnceWith(3_600_000);
    sleepDetector.stop();
  });

  test('is detected by a check, and reported once', () => {
    const onWake = vi.fn();
    const sleepDetector = new SleepDetector(onWake);
    vi.setSystemTime(Date.now() + 3_600_000);
    sleepDetector.check();
    expect(onWake).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(10_000);
    expect(onWake).toHaveBeenCalledOnce();
    sleepDetector.stop();
  });
});
