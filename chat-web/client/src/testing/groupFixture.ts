import { expect, vi } from 'vitest';
import type { Conversation, Member } from '../protocol/resources';
import { aConversation, chatFixture } from './chatFixture';

export const aMember = (user: number, role = 'member', name = `Person ${user}`): Member => ({
  user,
  role,
  read: 0,
  username: name.toLowerCase().replace(' ', ''),
  displayName: name,
});

/** A channel in which the signed-in user, Ada, has the role; Kim is a member. */
export function aChannel(role: string | undefined, more: Partial<Conversation> = {}): Conversation {
  const members = [...(role ? [aMember(1, role, 'Ada')] : []), aMember(2, 'member', 'Kim')];
  return aConversation({
    kind: 'group',
    title: 'Engine room',
    visibility: 'private',
    posting: 'all',
    history: 'all',
    memberCount: members.length,
    members,
    role,
    ...more,
  });
}

/** A signed-in page whose list contains the channel. */
export async function channelFixture(channel: Conversation) {
  const fixture = chatFixture();
  fixture.api.conversations.mockResolvedValue({ items: [channel] });
  fixture.api.conversation.mockResolvedValue(channel);
  fixture.chat.start();
  fixture.network.latest.welcomes();
  await vi.waitFor(() => expect(fixture.state().list.loaded).toBe(true));
  return fixture;
}
