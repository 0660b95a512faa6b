import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Waking } from './wake';

describe('waking', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is noticed at the next tick, with how long it slept', () => {
    const woke = vi.fn();
    const waking = new Waking(woke);
    vi.advanceTimersByTime(60_000);
    expect(woke).not.toHaveBeenCalled();
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(5_000);
    expect(woke).toHaveBeenCalledExactlyOnceWith(3_600_000);
    waking.stop();
  });

  test('is noticed at once by whoever looks, and told once', () => {
    const woke = vi.fn();
    const waking = new Waking(woke);
    vi.setSystemTime(Date.now() + 3_600_000);
    waking.look();
    expect(woke).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(10_000);
    expect(woke).toHaveBeenCalledOnce();
    waking.stop();
  });
});
