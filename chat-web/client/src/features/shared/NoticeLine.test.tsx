// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { Message } from '../../protocol/resources';
import { aMessage, chatFixture } from '../../testing/chatFixture';
import { ChatContext } from './chatContext';
import { NoticeLine } from './NoticeLine';

afterEach(cleanup);

function line(message: Partial<Message>, before?: string) {
  const { container } = render(
    <ChatContext value={chatFixture().chat}>
      <NoticeLine message={aMessage(1, { body: undefined, ...message })} before={before} />
    </ChatContext>,
  );
  return container;
}

describe('a change of the members', () => {
  const member = (more: Partial<Message>, before?: string) => line({ kind: 'member', user: 5, ...more }, before);

  test('names the actor and the member', () => {
    expect(member({ by: 1, role: 'member' }).textContent).toBe('Ada added User 5');
    expect(member({ by: 1, gone: true }).textContent).toBe('Ada removed User 5');
    expect(member({ by: 1, role: 'owner' }).textContent).toBe('Ada made User 5 an owner');
  });

  test('of oneself is joining, leaving or a new role', () => {
    expect(member({ by: 5, role: 'member' }).textContent).toBe('User 5 joined');
    expect(member({ by: 5, gone: true }).textContent).toBe('User 5 left');
    expect(member({ by: 5, role: 'moderator' }).textContent).toBe('User 5 is now a moderator');
  });

  test('who had a role is made a member instead of being added', () => {
    expect(member({ by: 1, role: 'member' }, 'moderator').textContent).toBe('Ada made User 5 a member');
  });
});

test('the names of a notice open the profiles of their people, where they can', () => {
  const message = aMessage(1, { body: undefined, kind: 'member', user: 5, by: 1, role: 'member' });
  const { container } = render(
    <ChatContext value={chatFixture().chat}>
      <NoticeLine message={message} names="current" />
    </ChatContext>,
  );
  expect(container.textContent).toBe('Ada added User 5');
  const names = [...container.querySelectorAll('button')];
  expect(names.map((name) => [name.textContent, name.dataset.user])).toEqual([
    ['Ada', '1'],
    ['User 5', '5'],
  ]);
});

describe('a change of the settings', () => {
  const changed = (more: Partial<Message>) => line({ kind: 'changed', by: 1, ...more });

  test('is one sentence with its actor', () => {
    expect(changed({ topic: 'Pumps' }).textContent).toBe('Ada changed the topic to: Pumps');
    expect(changed({ topic: '' }).textContent).toBe('Ada removed the topic');
    expect(changed({ visibility: 'public' }).textContent).toBe('Ada made the channel public');
    expect(changed({ history: 'joined' }).textContent).toContain('limited new members');
    expect(changed({ archived: false }).textContent).toBe('Ada restored the channel');
    expect(changed({}).textContent).toBe('Ada changed the channel');
  });

  test('contains all changes of one record, with the texts of people isolated', () => {
    const shown = changed({ title: 'Boiler', topic: 'Pumps', posting: 'moderators' });
    expect(shown.textContent).toBe(
      'Ada changed the name to Boiler, changed the topic to: Pumps, and restricted writing to owners and moderators',
    );
    expect([...shown.querySelectorAll('bdi')].map((part) => part.textContent)).toEqual(['Ada', 'Boiler', 'Pumps']);
  });
});
