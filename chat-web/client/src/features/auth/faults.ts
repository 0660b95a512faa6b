import { words } from '../../i18n';
import { troubleWords } from '../../i18n/trouble';
import type { ApiError } from '../../state/model';

/** What is wrong with a form: as a whole, and by field. */
export interface Faults {
  whole?: string;
  fields: Partial<Record<string, string>>;
}

/** What can be told without asking the server. */
export function wrong(username: string, password: string, register: boolean): Faults {
  const { auth } = words;
  const fields: Faults['fields'] = {};
  if (!username) fields.username = auth.required;
  else if (register && !/^[a-z0-9._-]{3,32}$/.test(username)) fields.username = auth.badUsername;
  const length = [...password].length;
  if (!password) fields.password = auth.required;
  else if (register && (length < 8 || length > 128)) fields.password = auth.badPassword;
  return { fields };
}

export function faultsOf(error: unknown, register = false): Faults {
  if (!isApiError(error)) return { whole: words.trouble.other('page'), fields: {} };
  const told = troubleWords(error);
  if (register && error.status === 403) return { whole: words.auth.notInvited, fields: {} };
  if (error.code === 'username_taken') return { fields: { username: told } };
  return { whole: told, fields: Object.fromEntries(error.fields.map(({ field, message }) => [field, message])) };
}

function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && 'status' in error && 'code' in error;
}
