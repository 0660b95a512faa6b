import { useRef, useState } from 'react';
import { words } from '../../i18n';
import type { Session } from '../../state/session';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { Logo } from '../../ui/Logo';
import { ThemeButton } from '../../ui/ThemeButton';
import { operatorHref } from '../shared/useOperatorRoute';
import { useChatState } from '../shared/context';
import { UnsentDialog } from './UnsentDialog';

/** Who is signed in here, and the way out. */
export function Account({ session }: { session: Session }) {
  const me = useChatState((state) => state.me);
  const unsent = useChatState((state) => state.outgoing.length);
  const dialog = useRef<HTMLDialogElement>(null);
  const [failed, setFailed] = useState(false);

  function leave() {
    setFailed(false);
    session.signOut().catch(() => setFailed(true));
  }

  return (
    <header className="account">
      <Logo size={32} />
      <div className="account__who">
        <h1>{words.product}</h1>
        <p title={words.chat.account(me.displayName)}>
          <span className="visually-hidden">{words.chat.account('')}</span>
          <bdi>{me.displayName}</bdi>
        </p>
      </div>
      {me.operator && (
        <a className="icon-button" href={operatorHref} aria-label={words.operator.link} title={words.operator.link}>
          <Icon name="ledger" />
        </a>
      )}
      <ThemeButton />
      <IconButton
        icon="signOut"
        label={words.chat.signOut}
        onClick={() => (unsent ? dialog.current?.showModal() : leave())}
      />
      {failed && (
        <p className="account__trouble" role="alert">
          {words.chat.signOutFailed}
        </p>
      )}
      <UnsentDialog ref={dialog} count={unsent} onLeave={leave} />
    </header>
  );
}
