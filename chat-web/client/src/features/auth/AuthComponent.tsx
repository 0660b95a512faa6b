import { useState } from 'react';
import { words } from '../../i18n';
import type { Ended, Session } from '../../state/session';
import { Logo } from '../../ui/Logo';
import { Polite } from '../../ui/Polite';
import { AuthForm } from './AuthForm';

interface Props {
  session: Pick<Session, 'signIn' | 'register'>;
  ended?: Ended;
  /** Messages that were still waiting when the session ended. */
  unsent?: number;
}

/** The way in: sign in, or create an account. */
export function AuthComponent({ session, ended, unsent = 0 }: Props) {
  const [mode, setMode] = useState<'signIn' | 'register'>('signIn');
  const { auth } = words;
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
        <AuthForm key={mode} register={register} session={session} />
        <button type="button" className="link-button" onClick={() => setMode(register ? 'signIn' : 'register')}>
          {register ? auth.toSignIn : auth.toRegister}
        </button>
      </div>
    </main>
  );
}
