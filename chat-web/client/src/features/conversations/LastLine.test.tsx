// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Message } from '../../protocol/resources';
import { chatFixture, aMessage } from '../../testing/chatFixture';
import { ChatContext } from '../shared/context';
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

test('who said it and what was said turn nothing around them', () => {
  const line = shown({ from: 5, body: 'שלום' }, 'group');
  expect(line.textContent).toBe('Person 5: שלום');
  expect(isolated(line)).toEqual(['Person 5', 'שלום']);
});

test('neither does what I said, nor a direct message, nor who joined', () => {
  expect(isolated(shown({ from: 1, body: 'אני' }, 'direct'))).toEqual(['אני']);
  expect(isolated(shown({ from: 2, body: 'שלום' }, 'direct'))).toEqual(['שלום']);
  const joined = shown({ kind: 'member', user: 5, body: undefined }, 'group');
  expect(joined.textContent).toBe('Person 5 joined');
  expect(isolated(joined)).toEqual(['Person 5']);
});

test('our own words need none', () => {
  expect(isolated(shown({ revoked: true }, 'group'))).toEqual([]);
});
