// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aMessage, chatFixture } from '../../testing/chatFixture';
import { ChatContext } from '../shared/chatContext';
import { EditForm } from './EditForm';

beforeEach(() => vi.stubGlobal('matchMedia', () => ({ matches: false })));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(fixture = chatFixture()) {
  const { chat } = fixture;
  const add = vi.spyOn(chat.changes, 'add').mockImplementation(() => undefined);
  const onDone = vi.fn();
  render(
    <ChatContext value={chat}>
      <EditForm message={aMessage(20, { body: 'before' })} onDone={onDone} />
    </ChatContext>,
  );
  const input = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Edit message' });
  return { fixture, add, onDone, input, write: (value: string) => fireEvent.change(input, { target: { value } }) };
}

test('Enter saves', () => {
  const { add, onDone, input, write } = show();
  write('after');
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(add).toHaveBeenCalledWith(7, 20, { kind: 'edit', body: 'after' });
  expect(onDone).toHaveBeenCalledOnce();
});

test('Escape cancels, and what was written is there the next time', () => {
  const { fixture, add, onDone, input, write } = show();
  write('half');
  fireEvent.keyDown(input, { key: 'Escape' });
  expect(onDone).toHaveBeenCalledOnce();
  expect(add).not.toHaveBeenCalled();
  cleanup();
  expect(show(fixture).input.value).toBe('half');
});

test('Cancel discards what was written', () => {
  const { fixture, write } = show();
  write('half');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  cleanup();
  expect(show(fixture).input.value).toBe('before');
});
