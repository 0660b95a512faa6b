import { useEffect, useState } from 'react';
import { texts } from '../../i18n';
import { failureText } from '../../i18n/failures';
import type { Cursor, Member, User } from '../../protocol/resources';
import type { Summary } from '../../state/summary';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { MenuButton } from '../../ui/MenuButton';
import type { MenuEntry } from '../../ui/overlays/MenuPopover';
import { useChat, useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { PersonButton } from '../shared/PersonButton';
import { usePresence, useWatch } from '../shared/presence';
import { StatusEmoji } from '../shared/StatusLine';
import { goTo } from '../shared/useRoute';
import { useSubmit } from '../shared/useSubmit';
import { PeoplePicker } from './PeoplePicker';

const MAX_WATCHED = 100;

const ROLES = ['owner', 'moderator', 'member'] as const;

interface Props {
  conv: number;
  summary: Summary;
  myRole: string | undefined;
}

/** The members of a channel with their roles. Owners and moderators add and remove people, owners change roles. */
export function MemberList({ conv, summary, myRole }: Props) {
  const chat = useChat();
  const { members, next, failed, more, reload } = useMembers(conv, summary);
  useWatch(
    'members',
    members.slice(0, MAX_WATCHED).map(({ user }) => user),
  );
  const [adding, setAdding] = useState(false);
  const { failure, submit } = useSubmit();
  const manages = myRole === 'owner' || myRole === 'moderator';

  function change(request: () => Promise<void>) {
    void submit(
      async () => {
        await request();
        reload();
      },
      // The only conflict: a channel with members needs an owner.
      (error) => (error.code === 'conflict' ? texts.channel.lastOwner : failureText(error)),
    );
  }
  function act(member: Member, id: string) {
    const role = ROLES.find((each) => each === id);
    if (role) change(() => chat.channels.add(conv, member.user, role));
    else if (id === 'remove') change(() => chat.channels.remove(conv, member.user));
    else void submit(async () => goTo(await chat.direct(userOf(member))));
  }
  function add([user]: readonly User[]) {
    if (user) change(() => chat.channels.add(conv, user.id));
  }

  return (
    <section className="panel__part" aria-labelledby="members">
      <div className="panel__row">
        <h3 id="members">{texts.channel.memberCount(summary.memberCount)}</h3>
        {manages && !summary.archived && (
          <button
            type="button"
            className="button button--small"
            aria-expanded={adding}
            onClick={() => setAdding(!adding)}
          >
            {texts.channel.addPeople}
          </button>
        )}
      </div>
      {adding && <PeoplePicker chosen={[]} onChange={add} except={members.map(({ user }) => user)} />}
      {(failure ?? (failed ? texts.channel.membersFailed : undefined)) && (
        <p className="notice notice--bad" role="alert">
          {failure ?? texts.channel.membersFailed}
        </p>
      )}
      <ul>
        {members.map((member) => (
          <MemberRow key={member.user} member={member} myRole={myRole} onAction={(id) => act(member, id)} />
        ))}
      </ul>
      {next !== undefined && (
        <button type="button" className="button more" onClick={more}>
          {texts.channel.moreMembers}
        </button>
      )}
    </section>
  );
}

function MemberRow({ member, myRole, onAction }: { member: Member; myRole?: string; onAction: (id: string) => void }) {
  const me = useChatState((state) => state.me.id);
  const name = useChatState((state) => nameOf(state.people, member.user));
  const presence = usePresence(member.user);
  const known: Record<string, string> = texts.channel.roles;
  const entries: MenuEntry[] = [
    ...(member.user === me ? [] : [{ id: 'write', label: texts.channel.write, icon: 'edit' as const }]),
    ...(myRole === 'owner'
      ? ROLES.filter((role) => role !== member.role).map((role) => ({ id: role, label: texts.channel.make[role] }))
      : []),
    ...((myRole === 'owner' || (myRole === 'moderator' && member.role === 'member')) && member.user !== me
      ? [{ id: 'remove', label: texts.channel.removeMember, danger: true }]
      : []),
  ];
  return (
    <li className="person" data-testid="member" data-user={member.user}>
      <Avatar id={member.user} name={name} presence={presence?.state} small />
      <PersonButton user={member.user} className="person__name">
        <bdi>{name}</bdi>
      </PersonButton>
      {presence && <StatusEmoji status={presence} />}
      {member.role !== 'member' && <span className="person__detail">{known[member.role] ?? member.role}</span>}
      {entries.length > 0 && (
        <MenuButton label={texts.channel.memberActions(name)} groups={[{ entries }]} onAction={onAction}>
          <Icon name="more" size={18} />
        </MenuButton>
      )}
    </li>
  );
}

/** The members that the conversation contains, or pages of them where it has too many. */
function useMembers(conv: number, summary: Summary) {
  const chat = useChat();
  const [pages, setPages] = useState<{ items: Member[]; next?: Cursor }>({ items: [] });
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const contained = summary.members;
  const paged = contained === undefined;

  useEffect(() => {
    if (!paged) return;
    let current = true;
    chat.channels.members(conv).then(
      (page) => current && setPages(page),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [chat, conv, paged, attempt]);

  function more() {
    chat.channels.members(conv, pages.next).then(
      (page) => setPages({ items: [...pages.items, ...page.items], next: page.next }),
      () => setFailed(true),
    );
  }
  const members = contained ?? pages.items;
  return { members, next: paged ? pages.next : undefined, failed, more, reload: () => setAttempt(attempt + 1) };
}

const userOf = ({ user, username = '', displayName }: Member): User => ({
  id: user,
  username,
  displayName: displayName ?? username,
});
