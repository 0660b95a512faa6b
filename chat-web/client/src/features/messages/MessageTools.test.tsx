// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { chatFixture, aMessage } from '../../testing/chatFixture';
import { ChatContext } from '../shared/chatContext';
import { MessageTools } from './MessageTools';

function show(mine: boolean) {
  const { chat, state } = chatFixture();
  const add = vi.spyOn(chat.changes, 'add');
  const onEdit = vi.fn();
  const message = aMessage(20, { reactions: [{ emoji: '👍', users: [1, 2] }] });
  render(
    <ChatContext value={chat}>
      <MessageTools message={message} mine={mine} name="Kim" newest onEdit={onEdit} />
    </ChatContext>,
  );
  const opener = screen.getByTestId('tools');
  fireEvent.click(opener);
  return { add, onEdit, state, opener };
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the actions for a message', () => {
  afterEach(cleanup);

  test('of another user are reactions and reply only', () => {
    show(false);
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Reply' })).toBeTruthy();
  });

  test('the same button removes a reaction', () => {
    const { add } = show(false);
    expect(screen.getByRole('button', { name: 'React with 👍' }).getAttribute('aria-pressed')).toBe('true');
    press('React with 👍');
    expect(add).toHaveBeenCalledWith(7, 20, { kind: 'react', emoji: '👍', on: false });
  });

  test('Reply starts a reply', () => {
    const { state } = show(false);
    press('Reply');
    expect(state().replying.get(7)).toBe(20);
  });

  test('of an own message include Edit', () => {
    const { onEdit } = show(true);
    press('Edit');
    expect(onEdit).toHaveBeenCalledOnce();
  });

  test('Escape closes the menu and returns the focus', () => {
    const { opener } = show(true);
    fireEvent.keyDown(screen.getByRole('button', { name: 'Reply' }), { key: 'Escape' });
    expect(opener.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(opener);
  });
});
