import type { Raw } from './readers';
import { each, flag, isRaw, number, text } from './readers';

/** How many, of a minute, a partition or all. */
export interface Counts {
  acknowledged: number;
  log: number;
  /** Rows of messages and of changes. */
  stored: number;
  /** Repeats, void ones and changes after a revoke: recorded, and no row. */
  passed: number;
  parked: number;
  pending: number;
  missing: number;
  unnoted: number;
}

export type Verdict = 'balanced' | 'pending' | 'missing';

export interface Minute extends Counts {
  minute: string;
}

export interface LedgerPartition {
  partition: number;
  total: Counts;
  nextOffset: number;
  ends: number;
  stopped: boolean;
  trimmed: boolean;
  minutes: Minute[];
}

export interface Fault {
  kind: string;
  partition: number;
  offset: number;
  count: number;
  minute?: string;
}

export interface Ledger {
  from: string;
  to: string;
  madeAt: string;
  verdict: Verdict;
  total: Counts;
  missing: Fault[];
  partitions: LedgerPartition[];
}

export interface Command {
  id: number;
  kind: string;
  partition?: number;
  by: string;
  at: string;
  state: string;
  result?: string;
}

export function readLedger(raw: unknown): Ledger | undefined {
  if (!isRaw(raw)) return undefined;
  const [from, to, madeAt] = [text(raw.from), text(raw.to), text(raw.madeAt)];
  const verdict = readVerdict(raw.verdict);
  if (from === undefined || to === undefined || madeAt === undefined || verdict === undefined || !isRaw(raw.total))
    return undefined;
  return {
    from,
    to,
    madeAt,
    verdict,
    total: readCounts(raw.total),
    missing: each(raw.missing, readFault),
    partitions: each(raw.partitions, readPartition),
  };
}

export function readCommand(raw: unknown): Command | undefined {
  if (!isRaw(raw)) return undefined;
  const id = number(raw.id);
  const [kind, by, at, state] = [text(raw.kind), text(raw.by), text(raw.at), text(raw.state)];
  if (id === undefined || kind === undefined || by === undefined || at === undefined || state === undefined)
    return undefined;
  return { id, kind, partition: number(raw.partition), by, at, state, result: text(raw.result) };
}

function readVerdict(raw: unknown): Verdict | undefined {
  return raw === 'balanced' || raw === 'pending' || raw === 'missing' ? raw : undefined;
}

function readCounts(raw: Raw): Counts {
  const of = (name: string) => number(raw[name]) ?? 0;
  return {
    acknowledged: of('acknowledged'),
    log: of('log'),
    stored: of('rows') + of('events'),
    passed: of('repeats') + of('void') + of('afterRevoke'),
    parked: of('parked'),
    pending: of('pending'),
    missing: of('missing'),
    unnoted: of('unnoted'),
  };
}

function readPartition(raw: unknown): LedgerPartition | undefined {
  if (!isRaw(raw) || !isRaw(raw.total)) return undefined;
  const partition = number(raw.partition);
  if (partition === undefined) return undefined;
  return {
    partition,
    total: readCounts(raw.total),
    nextOffset: number(raw.nextOffset) ?? 0,
    ends: number(raw.ends) ?? 0,
    stopped: flag(raw.stopped) ?? false,
    trimmed: flag(raw.trimmed) ?? false,
    minutes: each(raw.minutes, readMinute),
  };
}

function readMinute(raw: unknown): Minute | undefined {
  const minute = isRaw(raw) ? text(raw.minute) : undefined;
  return isRaw(raw) && minute !== undefined ? { ...readCounts(raw), minute } : undefined;
}

function readFault(raw: unknown): Fault | undefined {
  if (!isRaw(raw)) return undefined;
  const [partition, offset] = [number(raw.partition), number(raw.offset)];
  const kind = text(raw.kind);
  if (kind === undefined || partition === undefined || offset === undefined) return undefined;
  return { kind, partition, offset, count: number(raw.count) ?? 1, minute: text(raw.minute) };
}
