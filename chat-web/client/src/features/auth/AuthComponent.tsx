import { useEffect, useState } from 'react';
import { words } from '../../i18n';
import type { Registration } from '../../protocol/resources';
import type { SessionEndReason, Session } from '../../state/session';
import { Logo } from '../../ui/Logo';
import { Polite } from '../../ui/Polite';
import { AuthForm } from './AuthForm';

interface Props {
  session: Pick<Session, 'signIn' | 'register' | 'registration'>;
  ended?: SessionEndReason;
  /** Messages that were still waiting when the session ended. */
  unsent?: number;
}

/** The way in: sign in, or create an account. */
export function AuthComponent({ session, ended, unsent = 0 }: Props) {
  const [mode, setMode] = useState<'signIn' | 'register'>('signIn');
  const [registration, setRegistration] = useState<Registration>('open');
  const { auth } = words;

  useEffect(() => {
    let gone = false;
    void session.registration().then((found) => {
      if (!gone) setRegistration(found);
    });
    return () => {
      gone = true;
    };
  }, [session]);

  const register = mode === 'register';
  return (
    <main className="auth">
      <div className="auth__card">
        <header className="auth__head">
          <Logo size={48} />
          <h1>{register ? auth.newHere : auth.welcomeBack}</h1>
          <p>{words.tagline}</p>
        </header>
        {ended && !register && (
          <Polite>
            <p className="notice">
              {auth.ended[ended]} {unsent > 0 && auth.kept(unsent)}
            </p>
          </Polite>
        )}
        <AuthForm key={mode} register={register} invited={registration === 'invited'} session={session} />
        {registration === 'closed' && !register ? (
          <p>{auth.closed}</p>
        ) : (
          <button type="button" className="link-button" onClick={() => setMode(register ? 'signIn' : 'register')}>
            {register ? auth.toSignIn : auth.toRegister}
          </button>
        )}
      </div>
    </main>
  );
}
