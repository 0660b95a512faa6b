import { useState } from 'react';
import { texts } from '../../i18n';
import { endTime } from '../../i18n/time';
import type { Session } from '../../state/session';
import { Avatar } from '../../ui/Avatar';
import { MenuButton } from '../../ui/MenuButton';
import type { MenuGroup } from '../../ui/overlays/MenuPopover';
import { OverlayPart } from '../../ui/overlays/OverlayPart';
import { applyDensity, applyTheme, densities, savedDensity, savedTheme, themes } from '../../ui/theme';
import { useChat, useChatState } from '../shared/chatContext';
import { changePreferences } from '../shared/preferences';
import { show } from '../shared/shell';
import type { UntilName } from '../shared/until';
import { untilNames, untilTime } from '../shared/until';
import { go } from '../shared/useRoute';
import { SignOutDialog } from './SignOutDialog';

/** The avatar of the signed-in user, with the menu for everything that concerns them and this device. */
export function AccountMenu({ session }: { session: Session }) {
  const chat = useChat();
  const me = useChatState((state) => state.me);
  const unsent = useChatState((state) => state.outgoing.length);
  const status = useChatState((state) => state.own.status);
  const dnd = useChatState((state) => state.own.dnd);
  const ownLoaded = useChatState((state) => state.ownLoaded);
  // Another device can change them.
  useChatState((state) => state.own.preferences);
  const [, setChanged] = useState(0);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);

  function signOut() {
    setAsking(false);
    setFailed(false);
    session.signOut().catch(() => setFailed(true));
  }

  function act(id: string) {
    const [kind, value] = id.split(':');
    const chosenTheme = themes.find((each) => each === value);
    const chosenDensity = densities.find((each) => each === value);
    if (kind === 'theme' && chosenTheme) {
      applyTheme(chosenTheme);
      setChanged((count) => count + 1);
      changePreferences(chat, { theme: chosenTheme });
    } else if (kind === 'density' && chosenDensity) {
      applyDensity(chosenDensity);
      setChanged((count) => count + 1);
      changePreferences(chat, { density: chosenDensity });
    } else if (kind === 'pause') {
      pause(untilNames.find((each) => each === value));
    } else if (id === 'shortcuts' || id === 'status' || id === 'profile' || id === 'alerts') show(id);
    else if (id === 'operator') go({ view: 'operator' });
    else if (id === 'signOut') {
      if (unsent > 0 || chat.drafts.all().length > 0) setAsking(true);
      else signOut();
    }
  }

  function pause(name: UntilName | undefined) {
    chat.own.set('dnd', name && { until: untilTime(name) }).catch((error: unknown) => {
      console.warn('The server refused to pause notifications. Its state is shown.', error);
    });
  }

  const pauseGroup: MenuGroup = dnd
    ? {
        label: texts.alerts.pausedUntil(endTime(dnd.until)),
        entries: [{ id: 'pause:', label: texts.alerts.resume, icon: 'bell' }],
      }
    : {
        label: texts.alerts.pause,
        entries: untilNames.map((each) => ({ id: `pause:${each}`, label: texts.until[each] })),
      };
  const groups: MenuGroup[] = [
    ...(ownLoaded
      ? [
          {
            entries: [
              { id: 'status', label: status?.text ?? texts.profile.setStatus, icon: 'smile' as const },
              { id: 'profile', label: texts.profile.title, icon: 'person' as const },
              { id: 'alerts', label: texts.alerts.title, icon: 'bell' as const },
            ],
          },
          pauseGroup,
        ]
      : []),
    {
      label: texts.chat.themes,
      chosen: `theme:${savedTheme()}`,
      entries: themes.map((each) => ({ id: `theme:${each}`, label: texts.chat.theme[each] })),
    },
    {
      label: texts.chat.densities,
      chosen: `density:${savedDensity()}`,
      entries: densities.map((each) => ({ id: `density:${each}`, label: texts.chat.density[each] })),
    },
    {
      entries: [
        { id: 'shortcuts', label: texts.chat.shortcuts, icon: 'keyboard', shortcut: '?' },
        ...(me.operator ? [{ id: 'operator', label: texts.chat.operator, icon: 'ledger' as const }] : []),
        { id: 'signOut', label: texts.chat.signOut, icon: 'signOut' },
      ],
    },
  ];

  return (
    <>
      <MenuButton
        className="account"
        label={texts.chat.account(me.displayName)}
        groups={groups}
        onAction={act}
        placement="bottom start"
        testId="account"
      >
        <Avatar id={me.id} name={me.displayName} presence={dnd && 'dnd'} small />
      </MenuButton>
      {failed && (
        <p className="sidebar__error" role="alert">
          {texts.chat.signOutFailed}
        </p>
      )}
      {asking && (
        <OverlayPart onClose={() => setAsking(false)}>
          <SignOutDialog unsent={unsent} onSignOut={signOut} onClose={() => setAsking(false)} />
        </OverlayPart>
      )}
    </>
  );
}
