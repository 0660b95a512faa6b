import { ApiError } from '../connection/http';
import { OperatorApi } from '../connection/operatorApi';
import type { Command, Counts, Ledger, Minute, Verdict } from '../protocol/ledger';
import { createStore } from 'zustand/vanilla';

export interface OperatorFailure {
  status: number;
  code: string;
  /** The server's message about an invalid field. */
  detail?: string;
}

export interface OperatorState {
  loading: boolean;
  minutes: number;
  ledger?: Ledger;
  commands: Command[];
  failure?: OperatorFailure;
}

type Calls = Pick<OperatorApi, 'ledger' | 'commands' | 'submit'>;

/** The available periods, in minutes. */
export const spans = [15, 60, 360, 1_440] as const;
const DEFAULT_MINUTES = 60;

/** The state and the operations of the operator page. */
export class OperatorConsole {
  readonly store = createStore<OperatorState>()(() => ({ loading: false, minutes: DEFAULT_MINUTES, commands: [] }));

  constructor(
    private readonly api: Calls = new OperatorApi(),
    private readonly now: () => number = Date.now,
  ) {}

  show(minutes: number) {
    this.store.setState({ minutes });
    return this.refresh();
  }

  async refresh() {
    if (this.store.getState().loading) return;
    this.store.setState({ loading: true });
    const { minutes } = this.store.getState();
    // The default period ends at the server's current time, so the server computes it.
    const from = minutes === DEFAULT_MINUTES ? undefined : new Date(this.now() - minutes * 60_000).toISOString();
    try {
      const [ledger, commands] = await Promise.all([this.api.ledger(from), this.api.commands()]);
      this.store.setState({ ledger, commands, failure: undefined });
    } catch (error) {
      this.store.setState({ failure: failureOf(error) });
    } finally {
      this.store.setState({ loading: false });
    }
    if (this.store.getState().minutes !== minutes) await this.refresh();
  }

  async submit(kind: 'replay' | 'repair', partition?: number) {
    try {
      await this.api.submit(kind, partition);
      this.store.setState({ commands: await this.api.commands(), failure: undefined });
    } catch (error) {
      this.store.setState({ failure: failureOf(error) });
    }
  }
}

function failureOf(error: unknown): OperatorFailure {
  if (!(error instanceof ApiError)) return { status: 0, code: 'unreachable' };
  return { status: error.status, code: error.code, detail: error.fields[0]?.message };
}

const none: Counts = { acknowledged: 0, log: 0, stored: 0, passed: 0, parked: 0, pending: 0, missing: 0, unnoted: 0 };

function sum(one: Counts, other: Counts): Counts {
  return {
    acknowledged: one.acknowledged + other.acknowledged,
    log: one.log + other.log,
    stored: one.stored + other.stored,
    passed: one.passed + other.passed,
    parked: one.parked + other.parked,
    pending: one.pending + other.pending,
    missing: one.missing + other.missing,
    unnoted: one.unnoted + other.unnoted,
  };
}

/** The counts per minute over all partitions, newest first. */
export function minutesOf(ledger: Ledger): Minute[] {
  const all = new Map<string, Counts>();
  for (const { minute, ...counts } of ledger.partitions.flatMap((partition) => partition.minutes)) {
    all.set(minute, sum(all.get(minute) ?? none, counts));
  }
  return [...all]
    .map(([minute, counts]) => ({ minute, ...counts }))
    .sort((one, other) => Date.parse(other.minute) - Date.parse(one.minute));
}

export function verdictOf(counts: Counts): Verdict {
  if (counts.missing > 0) return 'missing';
  return counts.pending > 0 ? 'pending' : 'balanced';
}
