import * as v from 'valibot';
import { lenient } from './schema';

/** A live session of this user. */
export const sessionItem = v.object({
  id: v.string(),
  begunAt: v.string(),
  address: v.string(),
  userAgent: lenient(v.string()),
  current: lenient(v.literal(true)),
});

export type SessionItem = v.InferOutput<typeof sessionItem>;
