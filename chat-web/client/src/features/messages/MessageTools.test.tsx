// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { chatFixture, aMessage } from '../../testing/chatFixture';
import { ChatContext } from '../shared/context';
import { MessageTools } from './MessageTools';

function shown(mine: boolean) {
  const { chat, state } = chatFixture();
  const make = vi.spyOn(chat.changes, 'make');
  const onEdit = vi.fn();
  const message = aMessage(20, { reactions: [{ emoji: '👍', users: [1, 2] }] });
  render(
    <ChatContext value={chat}>
      <MessageTools message={message} mine={mine} name="Kim" newest onEdit={onEdit} />
    </ChatContext>,
  );
  const opener = screen.getByTestId('tools');
  fireEvent.click(opener);
  return { make, onEdit, state, opener };
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('what may be done with a message', () => {
  afterEach(cleanup);

  test('of somebody else: react and reply, no more', () => {
    shown(false);
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Reply' })).toBeTruthy();
  });

  test('a reaction that is there is taken back by the same button', () => {
    const { make } = shown(false);
    expect(screen.getByRole('button', { name: 'React with 👍' }).getAttribute('aria-pressed')).toBe('true');
    press('React with 👍');
    expect(make).toHaveBeenCalledWith(7, 20, { kind: 'react', emoji: '👍', on: false });
  });

  test('a reply is begun', () => {
    const { state } = shown(false);
    press('Reply');
    expect(state().replying.get(7)).toBe(20);
  });

  test('of mine: edit', () => {
    const { onEdit } = shown(true);
    press('Edit');
    expect(onEdit).toHaveBeenCalledOnce();
  });

  test('Escape closes and leads back', () => {
    const { opener } = shown(true);
    fireEvent.keyDown(screen.getByRole('button', { name: 'Reply' }), { key: 'Escape' });
    expect(opener.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(opener);
  });
});
