// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Message } from '../../protocol/resources';
import { chatFixture, aMessage } from '../../testing/chatFixture';
import { ChatContext } from '../shared/chatContext';
import { LastLine } from './LastLine';

afterEach(cleanup);

function shown(message: Partial<Message>, kind: 'direct' | 'group') {
  const { container } = render(
    <ChatContext value={chatFixture().chat}>
      <LastLine message={aMessage(1, message)} kind={kind} />
    </ChatContext>,
  );
  return container;
}

const isolated = (line: HTMLElement) => [...line.querySelectorAll('bdi')].map((part) => part.textContent);

test('the sender and the body are isolated from the surrounding text direction', () => {
  const line = shown({ from: 5, body: 'שלום' }, 'group');
  expect(line.textContent).toBe('User 5: שלום');
  expect(isolated(line)).toEqual(['User 5', 'שלום']);
});

test('an own message, a direct message and a member name are isolated', () => {
  expect(isolated(shown({ from: 1, body: 'אני' }, 'direct'))).toEqual(['אני']);
  expect(isolated(shown({ from: 2, body: 'שלום' }, 'direct'))).toEqual(['שלום']);
  const joined = shown({ kind: 'member', user: 5, body: undefined }, 'group');
  expect(joined.textContent).toBe('User 5 joined');
  expect(isolated(joined)).toEqual(['User 5']);
});

test('the texts of the user interface are not isolated', () => {
  expect(isolated(shown({ revoked: true }, 'group'))).toEqual([]);
});

test('a change of a channel names its actor', () => {
  const line = (message: Partial<Message>) => shown(message, 'group').textContent;
  expect(line({ kind: 'member', user: 5, by: 2, body: undefined })).toBe('User 2 added User 5');
  expect(line({ kind: 'member', user: 5, by: 2, role: 'moderator' })).toBe('User 2 made User 5 a moderator');
  expect(line({ kind: 'member', user: 5, by: 2, gone: true })).toBe('User 2 removed User 5');
  expect(line({ kind: 'member', user: 5, by: 5, gone: true })).toBe('User 5 left');
  expect(line({ kind: 'changed', by: 2, title: 'New name' })).toBe('User 2 changed the name to New name');
  expect(line({ kind: 'changed', by: 2, archived: true })).toBe('User 2 archived the channel');
});

test('a mention shows the name, not the username', () => {
  const fixture = chatFixture();
  fixture.chat.list.addPeople([{ id: 2, username: 'kim.n', displayName: 'Kim Novak' }]);
  const message = aMessage(1, {
    body: 'ask @Kim.n. Not @kim.na or @kimxn',
    mentions: { users: [2], everyone: undefined },
  });
  const { container } = render(
    <ChatContext value={fixture.chat}>
      <LastLine message={message} kind="direct" />
    </ChatContext>,
  );
  expect(container.textContent).toBe('ask @Kim Novak. Not @kim.na or @kimxn');
});
