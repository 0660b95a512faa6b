import { useRef, useState } from 'react';
import { texts } from '../../i18n';
import type { Session } from '../../state/session';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { Logo } from '../../ui/Logo';
import { ThemeButton } from '../../ui/ThemeButton';
import { operatorHref } from '../shared/useOperatorRoute';
import { useChatState } from '../shared/chatContext';
import { UnsentDialog } from './UnsentDialog';

/** The signed-in user, with the theme and sign-out buttons. */
export function Account({ session }: { session: Session }) {
  const me = useChatState((state) => state.me);
  const unsent = useChatState((state) => state.outgoing.length);
  const dialog = useRef<HTMLDialogElement>(null);
  const [failed, setFailed] = useState(false);

  function signOut() {
    setFailed(false);
    session.signOut().catch(() => setFailed(true));
  }

  return (
    <header className="account">
      <Logo size={32} />
      <div className="account__who">
        <h1>{texts.product}</h1>
        <p title={texts.chat.account(me.displayName)}>
          <span className="visually-hidden">{texts.chat.account('')}</span>
          <bdi>{me.displayName}</bdi>
        </p>
      </div>
      {me.operator && (
        <a className="icon-button" href={operatorHref} aria-label={texts.operator.link} title={texts.operator.link}>
          <Icon name="ledger" />
        </a>
      )}
      <ThemeButton />
      <IconButton
        icon="signOut"
        label={texts.chat.signOut}
        onClick={() => (unsent ? dialog.current?.showModal() : signOut())}
      />
      {failed && (
        <p className="account__error" role="alert">
          {texts.chat.signOutFailed}
        </p>
      )}
      <UnsentDialog ref={dialog} count={unsent} onSignOut={signOut} />
    </header>
  );
}
