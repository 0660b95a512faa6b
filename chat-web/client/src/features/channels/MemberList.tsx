import { useRef, useState } from 'react';
import { channelTexts } from '../../i18n/enChannels';
import type { Member } from '../../protocol/resources';
import { isAllowed, isMember } from '../../state/groupPermissions';
import type { Summary } from '../../state/summary';
import { useChat, useChatState } from '../shared/chatContext';
import { channelFailure } from '../shared/channelFailure';
import { nameOf } from '../shared/names';
import { useWatch } from '../shared/presence';
import { goTo } from '../shared/useRoute';
import { useChannelSubmit } from '../shared/useChannelSubmit';
import { AddPeople } from './AddPeople';
import { Failure } from '../shared/Failure';
import { MemberDialog } from './MemberDialog';
import { MemberRow } from './MemberRow';
import type { MemberAction } from './memberActions';
import { isAskedFirst } from './memberActions';
import { listedMembers } from './memberOrder';
import { useMembers } from './useMembers';

/** With fewer members, all of them are seen at once. */
const SEARCH_ABOVE = 10;
/** Presence is known of the first members. */
const MAX_WATCHED = 100;

interface Props {
  summary: Summary;
  title: string;
}

/** The members of a channel with their roles. Owners and moderators add and remove people, owners change roles. */
export function MemberList({ summary, title }: Props) {
  const chat = useChat();
  const me = useChatState((state) => state.me);
  const people = useChatState((state) => state.people);
  const databaseDown = useChatState((state) => state.store.state === 'down');
  const { members, hasMore, error, more, all, reload } = useMembers(summary);
  useWatch(
    'members',
    members.slice(0, MAX_WATCHED).map(({ user }) => user),
  );
  const [query, setQuery] = useState('');
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<{ member: Member; action: MemberAction }>();
  const [done, setDone] = useState('');
  const { busy, failure, submit } = useChannelSubmit(summary.id);
  const heading = useRef<HTMLHeadingElement>(null);
  const name = (user: number) => nameOf(people, user);
  const shown = listedMembers(members, name, query);

  function choose(member: Member, action: MemberAction) {
    setDone('');
    if (isAskedFirst(action, member, me.id)) setAsked({ member, action });
    else act(member, action);
  }
  function act(member: Member, action: MemberAction) {
    const { user } = member;
    const { id } = summary;
    void submit(action === 'remove' ? 'remove' : 'role', async () => {
      if (action === 'write') return goTo(await chat.direct(people.get(user) ?? userOf(member)));
      if (action === 'remove') await chat.channels.remove(id, user);
      else if (action === 'handOver') await chat.channels.handOver(id, user, me.id);
      else await chat.channels.add(id, user, action);
      reload();
      setAsked(undefined);
      const role = action === 'handOver' ? 'owner' : action;
      setDone(
        role === 'remove'
          ? channelTexts.isRemoved(name(user))
          : channelTexts.isNow(name(user), channelTexts.aRole[role]),
      );
      // Deferred: a closing dialog first returns the focus. The row of a removed member cannot have it.
      if (action === 'remove') setTimeout(() => heading.current?.focus());
    });
  }
  function search(text: string) {
    setQuery(text);
    if (text.trim() !== '' && hasMore) all();
  }

  return (
    <section className="panel__part" aria-labelledby="members">
      <div className="panel__row">
        <h3 id="members" ref={heading} tabIndex={-1}>
          {channelTexts.memberCount(summary.memberCount)}
        </h3>
        {isAllowed(summary, me.id, 'addMember') && (
          <button type="button" className="button button--small" aria-haspopup="dialog" onClick={() => setAdding(true)}>
            {channelTexts.addPeople}
          </button>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {done}
      </p>
      {!asked && <Failure text={failure} />}
      <Failure text={error && channelFailure(error, 'load', { databaseDown })} />
      {summary.memberCount > SEARCH_ABOVE && isMember(summary, me.id) && (
        <input
          type="search"
          className="input"
          aria-label={channelTexts.findMembers}
          placeholder={channelTexts.findMembers}
          value={query}
          onChange={(event) => search(event.target.value)}
        />
      )}
      <ul aria-labelledby="members">
        {shown.map((member) => (
          <MemberRow
            key={member.user}
            member={member}
            summary={summary}
            onAction={(action) => choose(member, action)}
          />
        ))}
      </ul>
      {shown.length === 0 && query.trim() !== '' && !hasMore && (
        <p className="panel__quiet" role="status">
          {channelTexts.noMemberFound}
        </p>
      )}
      {hasMore && (
        <button type="button" className="button more" onClick={more}>
          {channelTexts.moreMembers}
        </button>
      )}
      {adding && (
        <AddPeople
          summary={summary}
          title={title}
          members={members.map(({ user }) => user)}
          onAdded={(count) => {
            reload();
            if (count > 0) setDone(channelTexts.areAdded(count));
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {asked && (
        <MemberDialog
          action={asked.action}
          name={name(asked.member.user)}
          summary={summary}
          busy={busy}
          failure={failure}
          onConfirm={() => act(asked.member, asked.action)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

const userOf = ({ user, username = '', displayName }: Member) => ({
  id: user,
  username,
  displayName: displayName ?? username,
});
