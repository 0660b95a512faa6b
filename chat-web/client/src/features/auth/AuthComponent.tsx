import { useState } from 'react';
import { words } from '../../i18n';
import type { Ended, Session } from '../../state/session';
import { Logo } from '../../ui/Logo';
import { AuthForm } from './AuthForm';

interface Props {
  session: Pick<Session, 'signIn' | 'register'>;
  ended?: Ended;
}

/** The way in: sign in, or create an account. */
export function AuthComponent({ session, ended }: Props) {
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
          <p className="notice" role="status">
            {auth.ended[ended]}
          </p>
        )}
        <AuthForm key={mode} register={register} session={session} />
        <button type="button" className="link-button" onClick={() => setMode(register ? 'signIn' : 'register')}>
          {register ? auth.toSignIn : auth.toRegister}
        </button>
      </div>
    </main>
  );
}
