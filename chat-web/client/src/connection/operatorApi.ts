import type { Command, Ledger } from '../protocol/ledger';
import { command, readLedger } from '../protocol/ledger';
import { readPage } from '../protocol/resources';
import { ownAddress } from '../device/installation';
import type { Fetch } from './http';
import { ApiError, request } from './http';

/** Longer than for other calls: a ledger reads many records. */
const TIMEOUT_MS = 120_000;

const fetchWithTimeout: Fetch = (input, init) =>
  window.fetch(ownAddress(input), { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });

/** The REST calls for operators. Each rejects only with an ApiError. */
export class OperatorApi {
  constructor(private readonly fetch: Fetch = fetchWithTimeout) {}

  async ledger(from: string | undefined): Promise<Ledger> {
    const query = from === undefined ? '' : `?from=${encodeURIComponent(from)}`;
    const ledger = readLedger(await request(this.fetch, 'GET', `/api/admin/ledger${query}`));
    if (ledger === undefined) throw new ApiError(0, 'unreachable');
    return ledger;
  }

  async commands(): Promise<Command[]> {
    return readPage(await request(this.fetch, 'GET', '/api/admin/commands'), command).items;
  }

  async submit(kind: 'replay' | 'repair', partition?: number) {
    await request(this.fetch, 'POST', '/api/admin/commands', { kind, partition });
  }
}
