import { useEffect, useState } from 'react';
import { channelTexts as channel } from '../../i18n/enChannels';
import type { Member, UserId } from '../../protocol/resources';
import { ApiError } from '../../state/chatState';
import type { Summary } from '../../state/summary';
import { roleOf } from '../../state/summary';
import { useChat, useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { useChannelSubmit } from '../shared/useChannelSubmit';
import { ConfirmDialog } from './ConfirmDialog';
import { listedMembers } from './memberOrder';

interface Props {
  summary: Summary;
  title: string;
  onClose: () => void;
}

/** Asks before this user leaves a channel. The last owner chooses the next one. */
export function LeaveDialog({ summary, title, onClose }: Props) {
  const { channels } = useChat();
  const me = useChatState((state) => state.me.id);
  const people = useChatState((state) => state.people);
  const isOwner = roleOf(summary, me) === 'owner' && summary.memberCount > 1;
  const [refused, setRefused] = useState(false);
  const [heir, setHeir] = useState<UserId>();
  const [heirMissing, setHeirMissing] = useState(false);
  const { busy, failure, submit } = useChannelSubmit(summary.id);
  const members = useAllMembers(summary, isOwner);
  const others = members?.filter(({ user }) => user !== me) ?? [];
  const needsHeir = isOwner && members !== undefined && (refused || !others.some(({ role }) => role === 'owner'));

  function leave() {
    if (needsHeir && heir === undefined) return setHeirMissing(true);
    void submit('leave', async () => {
      try {
        await channels.leave(summary.id, me, needsHeir ? heir : undefined);
        onClose();
        focusMain();
      } catch (error) {
        // Another owner has left in the meantime.
        if (error instanceof ApiError && error.status === 409) setRefused(true);
        throw error;
      }
    });
  }

  const hint = summary.memberCount <= 1 ? 'last' : (summary.visibility ?? 'private');
  return (
    <ConfirmDialog
      title={channel.leaveTitle(title)}
      action={needsHeir ? channel.leaveAndHandOver : channel.leave}
      busy={busy || (isOwner && members === undefined)}
      failure={failure}
      onConfirm={leave}
      onClose={onClose}
    >
      <p>{channel.leaveHint[hint]}</p>
      {needsHeir && (
        <div className="field leave__heir">
          <label htmlFor="heir">{channel.heir}</label>
          <select
            id="heir"
            className="input"
            value={heir ?? ''}
            aria-describedby="heir-hint"
            aria-invalid={heirMissing || undefined}
            required
            onChange={(event) => {
              setHeir(Number(event.target.value));
              setHeirMissing(false);
            }}
          >
            <option value="" disabled>
              {channel.chooseHeir}
            </option>
            {listedMembers(others, (user) => nameOf(people, user), '').map(({ user }) => (
              <option key={user} value={user}>
                {nameOf(people, user)}
              </option>
            ))}
          </select>
          <p className="field__hint" id="heir-hint">
            {channel.heirHint}
          </p>
          {heirMissing && (
            <p className="field__error" role="alert">
              {channel.heirMissing}
            </p>
          )}
        </div>
      )}
    </ConfirmDialog>
  );
}

/** All members, for an owner who may have to choose one. None if they cannot be loaded: then the server decides. */
function useAllMembers({ id, members }: Summary, needed: boolean): readonly Member[] | undefined {
  const { channels } = useChat();
  const [loaded, setLoaded] = useState<readonly Member[]>();
  const missing = needed && members === undefined;
  useEffect(() => {
    if (!missing) return;
    let current = true;
    channels.allMembers(id).then(
      (all) => current && setLoaded(all),
      (error: unknown) => {
        console.warn('The members could not be loaded. Leaving is tried without a new owner.', error);
        if (current) setLoaded([]);
      },
    );
    return () => {
      current = false;
    };
  }, [channels, id, missing]);
  return members ?? loaded;
}

/** The channel is no longer shown, and with it what had the focus. Deferred: a closing dialog first returns it. */
function focusMain() {
  setTimeout(() => document.querySelector<HTMLElement>('main, [role="main"]')?.focus(), 100);
}
