import type { FormEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { authTexts as auth } from '../../i18n/enAuth';
import type { Session } from '../../state/session';
import { Field } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import type { FormErrors } from './formErrors';
import { formErrorsOf, validate } from './formErrors';

interface Props {
  register: boolean;
  /** Whether registering needs an invitation. */
  invited: boolean;
  session: Pick<Session, 'signIn' | 'register'>;
}

export function AuthForm({ register, invited, session }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<FormErrors>({ fields: {} });
  const [busy, setBusy] = useState(false);
  const [visible, setVisible] = useState(false);

  // Moves the focus to the first invalid field; after a failure of the whole form, to the last one.
  useEffect(() => {
    const fields = form.current?.querySelectorAll<HTMLElement>(errors.whole ? 'input' : '[aria-invalid]');
    const invalid = form.current?.querySelector<HTMLElement>('[aria-invalid]');
    (invalid ?? fields?.[fields.length - 1])?.focus();
  }, [errors]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const value = (name: string) => (data.get(name) as string | null) ?? '';
    const username = value('username').trim().toLowerCase();
    const password = value('password');
    const displayName = value('displayName').trim();
    const found = validate(username, password, register, displayName);
    setErrors(found);
    if (Object.keys(found.fields).length) return;
    setBusy(true);
    try {
      if (register) await session.register(username, password, displayName, value('invitation').trim());
      else await session.signIn(username, password);
    } catch (error) {
      setErrors(formErrorsOf(error, register));
      setBusy(false);
    }
  }

  return (
    <form ref={form} data-testid="auth-form" className="auth__form" noValidate onSubmit={(event) => void submit(event)}>
      {errors.whole && (
        <p className="notice notice--bad" role="alert">
          {errors.whole}
        </p>
      )}
      <Field
        name="username"
        label={auth.username}
        hint={register ? auth.usernameHint : undefined}
        error={errors.fields.username}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={32}
        autoFocus
      />
      {register && (
        <Field
          name="displayName"
          label={auth.displayName}
          hint={auth.displayNameHint}
          error={errors.fields.displayName}
          autoComplete="name"
        />
      )}
      {register && invited && (
        <Field
          name="invitation"
          label={auth.invitation}
          hint={auth.invitationHint}
          error={errors.fields.invitation}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <Field
        name="password"
        label={auth.password}
        hint={register ? auth.passwordHint : undefined}
        error={errors.fields.password}
        type={visible ? 'text' : 'password'}
        autoComplete={register ? 'new-password' : 'current-password'}
      >
        <IconButton
          icon="eye"
          label={visible ? auth.hidePassword : auth.showPassword}
          onClick={() => setVisible(!visible)}
        />
      </Field>
      <button type="submit" className="button button--main" disabled={busy}>
        {busy ? auth.submitting : register ? auth.register : auth.signIn}
      </button>
    </form>
  );
}
