import * as v from 'valibot';
import { defaulting, integer, lenient, listOf, read } from './schema';

const count = defaulting(integer, 0);

const serverCounts = {
  acknowledged: count,
  log: count,
  rows: count,
  events: count,
  repeats: count,
  void: count,
  afterRevoke: count,
  parked: count,
  pending: count,
  missing: count,
  unnoted: count,
};

type ServerCounts = Record<keyof typeof serverCounts, number>;

/** Records of one minute, of one partition or of all. */
export interface Counts {
  acknowledged: number;
  log: number;
  /** Rows of messages and of changes. */
  stored: number;
  /** Repeats, void records and changes after a revoke: accounted for, but without a row. */
  passed: number;
  parked: number;
  pending: number;
  missing: number;
  /** In the log, but not confirmed as acknowledged. */
  unnoted: number;
}

function countsOf({ acknowledged, log, parked, pending, missing, unnoted, ...more }: ServerCounts): Counts {
  const stored = more.rows + more.events;
  const passed = more.repeats + more.void + more.afterRevoke;
  return { acknowledged, log, stored, passed, parked, pending, missing, unnoted };
}

const counts = v.pipe(v.object(serverCounts), v.transform(countsOf));

const minute = v.pipe(
  v.object({ minute: v.string(), ...serverCounts }),
  v.transform((read) => ({ ...countsOf(read), minute: read.minute })),
);
export type Minute = v.InferOutput<typeof minute>;

const partition = v.object({
  partition: integer,
  total: counts,
  nextOffset: count,
  ends: count,
  stopped: defaulting(v.boolean(), false),
  trimmed: defaulting(v.boolean(), false),
  minutes: defaulting(listOf(minute), []),
});
export type LedgerPartition = v.InferOutput<typeof partition>;

const discrepancy = v.object({
  kind: v.string(),
  partition: integer,
  offset: integer,
  count: defaulting(integer, 1),
  minute: lenient(v.string()),
});
export type Discrepancy = v.InferOutput<typeof discrepancy>;

const verdict = v.picklist(['balanced', 'pending', 'missing']);
export type Verdict = v.InferOutput<typeof verdict>;

const ledger = v.object({
  from: v.string(),
  to: v.string(),
  madeAt: v.string(),
  verdict,
  total: counts,
  missing: defaulting(listOf(discrepancy), []),
  partitions: defaulting(listOf(partition), []),
});
export type Ledger = v.InferOutput<typeof ledger>;

export function readLedger(raw: unknown): Ledger | undefined {
  return read(ledger, raw);
}

export const command = v.object({
  id: integer,
  kind: v.string(),
  partition: lenient(integer),
  by: v.string(),
  at: v.string(),
  state: v.string(),
  result: lenient(v.string()),
});
export type Command = v.InferOutput<typeof command>;
