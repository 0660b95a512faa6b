import { Suspense, useState } from 'react';
import { texts } from '../../i18n';
import type { Session } from '../../state/session';
import { Avatar } from '../../ui/Avatar';
import { MenuButton } from '../../ui/MenuButton';
import type { MenuGroup } from '../../ui/overlays/MenuPopover';
import type { Density, Theme } from '../../ui/theme';
import { applyDensity, applyTheme, densities, savedDensity, savedTheme, themes } from '../../ui/theme';
import { useChat, useChatState } from '../shared/chatContext';
import { show } from '../shared/shell';
import { go } from '../shared/useRoute';
import { SignOutDialog } from './SignOutDialog';

/** The avatar of the signed-in user, with the menu for everything that concerns them and this device. */
export function AccountMenu({ session }: { session: Session }) {
  const chat = useChat();
  const me = useChatState((state) => state.me);
  const unsent = useChatState((state) => state.outgoing.length);
  const [theme, setTheme] = useState<Theme>(savedTheme);
  const [density, setDensity] = useState<Density>(savedDensity);
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
      setTheme(chosenTheme);
    } else if (kind === 'density' && chosenDensity) {
      applyDensity(chosenDensity);
      setDensity(chosenDensity);
    } else if (id === 'shortcuts') show('shortcuts');
    else if (id === 'operator') go({ view: 'operator' });
    else if (id === 'signOut') {
      if (unsent > 0 || chat.drafts.all().length > 0) setAsking(true);
      else signOut();
    }
  }

  const groups: MenuGroup[] = [
    {
      label: texts.chat.themes,
      chosen: `theme:${theme}`,
      entries: themes.map((each) => ({ id: `theme:${each}`, label: texts.chat.theme[each] })),
    },
    {
      label: texts.chat.densities,
      chosen: `density:${density}`,
      entries: densities.map((each) => ({ id: `density:${each}`, label: texts.chat.density[each] })),
    },
    {
      entries: [
        { id: 'shortcuts', label: texts.chat.shortcuts, icon: 'keyboard', shortcut: '?' },
        ...(me.operator ? [{ id: 'operator', label: texts.operator.link, icon: 'ledger' as const }] : []),
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
        <Avatar id={me.id} name={me.displayName} small />
      </MenuButton>
      {failed && (
        <p className="sidebar__error" role="alert">
          {texts.chat.signOutFailed}
        </p>
      )}
      {asking && (
        <Suspense fallback={null}>
          <SignOutDialog unsent={unsent} onSignOut={signOut} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
