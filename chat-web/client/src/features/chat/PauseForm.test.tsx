// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chatFixture } from '../../testing/chatFixture';
import { ChatContext } from '../shared/chatContext';
import { PauseForm } from './PauseForm';

beforeEach(() => vi.useFakeTimers({ now: new Date(2026, 0, 30, 15), toFake: ['Date'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function show() {
  const fixture = chatFixture();
  render(
    <ChatContext value={fixture.chat}>
      <PauseForm />
    </ChatContext>,
  );
  return fixture;
}

const field = () => screen.getByLabelText<HTMLInputElement>('Until the morning of');
const pause = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Pause' });

test('notifications are paused until the morning of a day, and resumed', () => {
  const { api } = show();
  fireEvent.change(field(), { target: { value: '2026-02-16' } });
  fireEvent.click(pause());
  expect(api.putOwn).toHaveBeenLastCalledWith('dnd', { until: new Date(2026, 1, 16, 9).toISOString() });
  expect(screen.getByText(/^Paused until/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Resume notifications' }));
  expect(screen.queryByText(/^Paused until/)).toBeNull();
});

test('days from tomorrow on, within a year, can be chosen', () => {
  show();
  expect([field().min, field().max]).toEqual(['2026-01-31', '2027-01-29']);
  expect(pause().disabled).toBe(true);
  for (const value of ['2026-01-30', '2027-01-30']) {
    fireEvent.change(field(), { target: { value } });
    expect(pause().disabled).toBe(true);
  }
});
