import * as v from 'valibot';
import { file } from './resources';
import { integer } from './schema';

/** A file of a conversation, and the message that has it. */
export const sentFile = v.object({ pos: integer, from: integer, file });
export type SentFile = v.InferOutput<typeof sentFile>;

export type FileKind = 'image' | 'audio' | 'video' | 'other';

/** As the server has it. */
export function kindOf(type: string): FileKind {
  const [kind] = type.split('/');
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'other';
}
