import { applyEdit, selectionOf } from '../../compose/insertText';
import { texts } from '../../i18n';
import { profileTexts as profile } from '../../i18n/enSettings';
import { timeIn } from '../../i18n/time';
import type { UserId } from '../../protocol/resources';
import { Avatar } from '../../ui/Avatar';
import { BlockButton } from './BlockButton';
import { useChat, useChatState } from './chatContext';
import { nameOf } from './names';
import { presenceText, usePresence, useWatch } from './presence';
import { show } from './shell';
import { StatusLine } from './StatusLine';
import { goTo } from './useRoute';
import { useMinute } from './useMinute';
import { useSubmit } from './useSubmit';
import { Failure } from './Failure';
import './dialogs.css';

export interface ProfileCardProps {
  user: UserId;
  /** Called before it leads elsewhere. */
  onLeave: () => void;
}

/** Who a person is, and what one can do: write to them, mention them. */
export function ProfileCard({ user, onLeave }: ProfileCardProps) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const known = useChatState((state) => state.people.get(user));
  const name = useChatState((state) => nameOf(state.people, user));
  const own = useChatState((state) => state.own.status);
  const ownLoaded = useChatState((state) => state.ownLoaded);
  const presence = usePresence(user);
  const { busy, failure, submit } = useSubmit();
  useWatch('profile', [user]);
  const mine = user === me;
  const now = useMinute();
  const zone = presence?.zone ?? presence?.hours?.zone;
  const time = zone && timeIn(zone, now);
  const status = mine ? own : presence;

  const write = () =>
    void submit(async () => {
      const conv = await chat.direct(known ?? { id: user, username: '', displayName: name });
      onLeave();
      goTo(conv);
    });
  function openDialog(dialog: 'status' | 'profile') {
    onLeave();
    show(dialog);
  }
  function mention() {
    onLeave();
    // After the card has given the focus back.
    setTimeout(() => mentionInComposer(known?.username ?? ''));
  }

  return (
    <div className="profile" data-testid="profile" data-user={user}>
      <div className="profile__head">
        <Avatar id={user} name={name} large presence={presence?.state} />
        <div className="profile__names">
          <p className="profile__name">
            <bdi>{name}</bdi>
          </p>
          {known?.username && <p className="panel__quiet">@{known.username}</p>}
          {presence && <p className="panel__quiet">{presenceText(presence)}</p>}
          {time && <p className="panel__quiet">{texts.presence.localTime(time)}</p>}
        </div>
      </div>
      {status && (
        <p className="profile__status">
          <StatusLine status={status} />
        </p>
      )}
      <Failure text={failure} />
      <div className="profile__actions">
        {mine ? (
          <>
            <button type="button" className="button button--small" onClick={() => openDialog('status')}>
              {profile.setStatus}
            </button>
            <button type="button" className="button button--small" onClick={() => openDialog('profile')}>
              {profile.edit}
            </button>
          </>
        ) : (
          <>
            <button type="button" className="button button--small button--main" disabled={busy} onClick={write}>
              {profile.write}
            </button>
            {known?.username && composer() && (
              <button type="button" className="button button--small" onClick={mention}>
                {profile.mention}
              </button>
            )}
            {known && ownLoaded && <BlockButton user={known} />}
          </>
        )}
      </div>
    </div>
  );
}

function composer(): HTMLTextAreaElement | undefined {
  const field = document.getElementById('message');
  return field instanceof HTMLTextAreaElement ? field : undefined;
}

/** Inserts the mention where the user was writing. */
function mentionInComposer(username: string) {
  const field = composer();
  if (!field) return;
  const { value, from, to } = selectionOf(field);
  const space = from > 0 && !/\s/.test(value.charAt(from - 1)) ? ' ' : '';
  applyEdit(field, { from, to, text: `${space}@${username} ` });
}
