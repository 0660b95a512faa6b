// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chatFixture } from '../../testing/chatFixture';
import { ChatContext } from '../shared/chatContext';
import { Composer } from './Composer';

function show() {
  const { chat, state, storage } = chatFixture();
  render(
    <ChatContext value={chat}>
      <Composer conv={7} title="Kim" />
    </ChatContext>,
  );
  const input = screen.getByLabelText<HTMLTextAreaElement>('Message');
  const write = (value: string) => fireEvent.change(input, { target: { value } });
  return { chat, input, write, storage, bodies: () => state().outgoing.map((message) => message.body) };
}

describe('the composer', () => {
  beforeEach(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  test('Enter sends and clears the field', () => {
    const { input, write, bodies } = show();
    write('hello');
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(bodies()).toEqual(['hello']);
    expect(input.value).toBe('');
  });

  test('Shift+Enter does not send', () => {
    const { input, write, bodies } = show();
    write('hello');
    fireEvent.keyDown(input, { key: 'Enter', shiftKey: true });
    expect(bodies()).toEqual([]);
  });

  test('Enter that confirms a composition does not send', () => {
    const { input, write, bodies } = show();
    write('こんに');
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
    expect(bodies()).toEqual([]);
  });

  test('whitespace alone is not sent', () => {
    const { input, write, bodies } = show();
    write(' \n ');
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(bodies()).toEqual([]);
  });

  test('invisible characters alone are not sent, an emoji is', () => {
    const { input, write, bodies } = show();
    for (const invisible of ['\u200B', '\u3164 \u2800', '\u202E', '\uFE0F', '\u0301']) {
      write(invisible);
      expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
      fireEvent.keyDown(input, { key: 'Enter' });
    }
    expect(bodies()).toEqual([]);
    write('👨\u200D👩\u200D👧');
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(bodies()).toEqual(['👨\u200D👩\u200D👧']);
  });

  test('shows the characters left near the limit, counted as code points', () => {
    const { input, write, bodies } = show();
    write('🙂'.repeat(3_990));
    expect(screen.getByRole('status').textContent).toBe('10 characters left');
    write('🙂'.repeat(4_001));
    expect(screen.getByRole('status').textContent).toBe('1 character too long');
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(bodies()).toEqual([]);
  });

  test('a draft is restored', () => {
    const { chat, write } = show();
    write('draft');
    cleanup();
    render(
      <ChatContext value={chat}>
        <Composer conv={7} title="Kim" />
      </ChatContext>,
    );
    expect(screen.getByLabelText<HTMLTextAreaElement>('Message').value).toBe('draft');
  });
});
