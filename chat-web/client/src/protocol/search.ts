import * as v from 'valibot';
import { message, user } from './resources';
import { defaulting, integer, lenient, listOf } from './schema';

/** A part of a text, in UTF-16 code units. */
const range = v.object({ start: integer, end: integer });

/** A message that was found. */
export const hit = v.object({
  msg: message,
  conversation: v.object({
    id: integer,
    kind: v.picklist(['direct', 'group']),
    title: lenient(v.string()),
    user: lenient(user),
  }),
  highlights: defaulting(listOf(range), []),
  /** The files whose text matches. */
  files: defaulting(listOf(integer), []),
  /** Parts of the texts of these files. */
  excerpts: defaulting(
    listOf(v.object({ file: integer, text: v.string(), highlights: defaulting(listOf(range), []) })),
    [],
  ),
});

export type Hit = v.InferOutput<typeof hit>;
export type Range = v.InferOutput<typeof range>;

export const total = v.object({ total: lenient(integer) });
