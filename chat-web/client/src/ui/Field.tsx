import type { ComponentPropsWithRef, ReactNode } from 'react';
import { useId } from 'react';

interface Props extends ComponentPropsWithRef<'input'> {
  label: string;
  hint?: string;
  error?: string;
  children?: ReactNode;
}

/** An input with label, hint and error; screen readers announce all of them. */
export function Field({ label, hint, error, children, ...input }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field__box">
        <input id={id} aria-invalid={error ? true : undefined} aria-describedby={described || undefined} {...input} />
        {children}
      </div>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
