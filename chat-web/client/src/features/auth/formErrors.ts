import { texts } from '../../i18n';
import { authTexts as auth } from '../../i18n/enAuth';
import { failureText } from '../../i18n/failures';
import type { ApiError } from '../../state/chatState';
import * as rules from '../../text/rules';

/** The errors of a form: of the whole form, and by field. */
export interface FormErrors {
  whole?: string;
  fields: Partial<Record<string, string>>;
}

/** The errors that can be detected without the server. */
export function validate(username: string, password: string, register: boolean, displayName = ''): FormErrors {
  const fields: FormErrors['fields'] = {};
  if (!username) fields.username = auth.required;
  else if (register && rules.username(username) === undefined) fields.username = auth.badUsername;
  if (register && displayName && rules.displayName(displayName) === undefined) fields.displayName = auth.badDisplayName;
  if (!password) fields.password = auth.required;
  else if (register && rules.password(password) === undefined) fields.password = auth.badPassword;
  return { fields };
}

export function formErrorsOf(error: unknown, register = false): FormErrors {
  if (!isApiError(error)) return { whole: texts.failure.other('page'), fields: {} };
  const message = failureText(error);
  if (register && error.status === 403) return { whole: auth.notInvited, fields: {} };
  if (error.code === 'username_taken') return { fields: { username: message } };
  return { whole: message, fields: Object.fromEntries(error.fields.map((each) => [each.field, each.message])) };
}

function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && 'status' in error && 'code' in error;
}
