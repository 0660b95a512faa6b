import { useEffect, useState } from 'react';
import { authTexts as auth } from '../../i18n/enAuth';
import type { Registration } from '../../protocol/resources';
import type { SessionEndReason, Session } from '../../state/session';
import { Logo } from '../../ui/Logo';
import { StatusRegion } from '../../ui/StatusRegion';
import { AuthForm } from './AuthForm';
import './auth.css';

interface Props {
  session: Pick<Session, 'signIn' | 'register' | 'registration'>;
  ended?: SessionEndReason;
  /** Number of messages that were still pending when the session ended. */
  unsent?: number;
}

/** The page to sign in or create an account. */
export default function AuthComponent({ session, ended, unsent = 0 }: Props) {
  const [mode, setMode] = useState<'signIn' | 'register'>('signIn');
  const [registration, setRegistration] = useState<Registration>('open');

  useEffect(() => {
    let unmounted = false;
    void session.registration().then((found) => {
      if (!unmounted) setRegistration(found);
    });
    return () => {
      unmounted = true;
    };
  }, [session]);

  const registering = mode === 'register';
  return (
    <main className="auth">
      <div className="auth__card">
        <header className="auth__head">
          <Logo size={48} />
          <h1>{registering ? auth.newHere : auth.welcomeBack}</h1>
          <p>{auth.tagline}</p>
        </header>
        {ended && !registering && (
          <StatusRegion>
            <p className="notice">
              {auth.ended[ended]} {unsent > 0 && auth.unsent(unsent)}
            </p>
          </StatusRegion>
        )}
        <AuthForm key={mode} register={registering} invited={registration === 'invited'} session={session} />
        {registration === 'closed' && !registering ? (
          <p>{auth.closed}</p>
        ) : (
          <button type="button" className="link-button" onClick={() => setMode(registering ? 'signIn' : 'register')}>
            {registering ? auth.switchToSignIn : auth.switchToRegister}
          </button>
        )}
      </div>
    </main>
  );
}
