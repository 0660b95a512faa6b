import type { Message } from '../protocol/resources';
import type { Summary } from './summary';

type Settings = Pick<Summary, 'title' | 'topic' | 'visibility' | 'posting' | 'archived' | 'history'>;

/** The settings that a change of a channel gives it. What did not change is left out. */
export function changedSettings({ kind, title, topic, visibility, posting, archived, history }: Message): Settings {
  if (kind !== 'changed') return {};
  return {
    ...(title !== undefined && { title }),
    ...(topic !== undefined && { topic }),
    ...(visibility !== undefined && { visibility }),
    ...(posting !== undefined && { posting }),
    ...(archived !== undefined && { archived }),
    ...(history !== undefined && { history }),
  };
}
