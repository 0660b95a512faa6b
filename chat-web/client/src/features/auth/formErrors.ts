import { words } from '../../i18n';
import { failureText } from '../../i18n/failures';
import type { ApiError } from '../../state/chatState';
import * as rules from '../../text/rules';

/** What is wrong with a form: as a whole, and by field. */
export interface FormErrors {
  whole?: string;
  fields: Partial<Record<string, string>>;
}

/** What can be told without asking the server. */
export function validate(username: string, password: string, register: boolean, displayName = ''): FormErrors {
  const { auth } = words;
  const fields: FormErrors['fields'] = {};
  if (!username) fields.username = auth.required;
  else if (register && rules.username(username) === undefined) fields.username = auth.badUsername;
  if (register && displayName && rules.displayName(displayName) === undefined) fields.displayName = auth.badDisplayName;
  if (!password) fields.password = auth.required;
  else if (register && rules.password(password) === undefined) fields.password = auth.badPassword;
  return { fields };
}

export function formErrorsOf(error: unknown, register = false): FormErrors {
  if (!isApiError(error)) return { whole: words.failure.other('page'), fields: {} };
  const told = failureText(error);
  if (register && error.status === 403) return { whole: words.auth.notInvited, fields: {} };
  if (error.code === 'username_taken') return { fields: { username: told } };
  return { whole: told, fields: Object.fromEntries(error.fields.map(({ field, message }) => [field, message])) };
}

function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && 'status' in error && 'code' in error;
}
