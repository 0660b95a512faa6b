// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { VoiceRecorder } from './VoiceRecorder';

const stopTrack = vi.fn();
const getUserMedia = vi.fn();
const onRecorded = vi.fn<(file: File) => void>();
const onClose = vi.fn();
const revokeObjectURL = vi.fn();

/** Records the text "sound" until it is stopped. */
class FakeRecorder {
  static isTypeSupported = (type: string) => type.startsWith('audio/webm');
  state = 'inactive';
  mimeType: string;
  ondataavailable?: (event: { data: Blob }) => void;
  onstop?: () => void;
  constructor(_stream: unknown, { mimeType }: { mimeType: string }) {
    this.mimeType = mimeType;
  }
  start() {
    this.state = 'recording';
  }
  stop() {
    this.state = 'inactive';
    this.ondataavailable?.({ data: new Blob(['sound']) });
    this.onstop?.();
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date(2026, 10, 7, 9, 5));
  vi.stubGlobal('MediaRecorder', FakeRecorder);
  getUserMedia.mockResolvedValue({ getTracks: () => [{ stop: stopTrack }] });
  // jsdom has neither.
  Object.assign(URL, { createObjectURL: () => 'blob:recording', revokeObjectURL });
  vi.stubGlobal('navigator', { ...navigator, mediaDevices: { getUserMedia } });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

async function show() {
  render(<VoiceRecorder onRecorded={onRecorded} onClose={onClose} />);
  await act(() => vi.advanceTimersByTimeAsync(0));
}
const status = () => screen.getByRole('status').textContent;
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await act(() => vi.advanceTimersByTimeAsync(0));
};
const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1_000));

test('a recording can be listened to, and becomes a file', async () => {
  await show();
  expect(status()).toBe('Recording.');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stop recording' }));
  await pass(65);
  expect(screen.getByRole('timer').textContent).toBe('1:05 / 5:00');
  await press('Stop recording');
  expect(status()).toContain('listen to it');
  expect(screen.getByLabelText('Your recording').getAttribute('src')).toBe('blob:recording');
  expect(stopTrack).toHaveBeenCalled();
  expect(onRecorded).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Attach' }));
  await press('Attach');
  const file = onRecorded.mock.calls[0]?.[0];
  expect([file?.name, file?.type, file?.size]).toEqual(['Voice message 2026-11-07 09.05.weba', 'audio/webm', 5]);
  expect(onClose).toHaveBeenCalledOnce();
  cleanup();
  expect(revokeObjectURL).toHaveBeenCalledWith('blob:recording');
});

test('a recording is cancelled with the button, with Escape, and when it is no longer shown', async () => {
  await show();
  await press('Cancel');
  fireEvent.keyDown(screen.getByRole('button', { name: 'Stop recording' }), { key: 'Escape' });
  expect(onClose).toHaveBeenCalledTimes(2);
  expect(stopTrack).not.toHaveBeenCalled();
  cleanup();
  expect(stopTrack).toHaveBeenCalledOnce();
  expect(onRecorded).not.toHaveBeenCalled();
});

test('what was recorded can be discarded', async () => {
  await show();
  await press('Stop recording');
  await press('Cancel');
  expect(onClose).toHaveBeenCalledOnce();
  expect(onRecorded).not.toHaveBeenCalled();
});

test('a recording ends after five minutes, and says so before', async () => {
  await show();
  await pass(269);
  expect(status()).toBe('Recording.');
  await pass(1);
  expect(status()).toBe('Recording. 30 seconds are left.');
  await pass(30);
  expect(status()).toContain('listen to it');
  expect(onClose).not.toHaveBeenCalled();
});

test('a microphone that is blocked or missing is explained', async () => {
  getUserMedia.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
  await show();
  expect(status()).toContain('is blocked for this page');
  await press('Close');
  expect(onClose).toHaveBeenCalledOnce();
  cleanup();
  getUserMedia.mockRejectedValueOnce(new DOMException('no', 'NotFoundError'));
  await show();
  expect(status()).toBe('No microphone was found.');
});

test('a microphone that is allowed after the recorder is gone is let go', async () => {
  let allow: (stream: unknown) => void = () => undefined;
  getUserMedia.mockReturnValueOnce(new Promise((resolve) => (allow = resolve)));
  await show();
  expect(status()).toContain('Allow the microphone');
  cleanup();
  allow({ getTracks: () => [{ stop: stopTrack }] });
  await vi.advanceTimersByTimeAsync(0);
  expect(stopTrack).toHaveBeenCalledOnce();
});
