import { describe, expect, test, vi } from 'vitest';
import { readLedger } from '../protocol/ledger';
import { OperatorConsole, minutesOf, verdictOf } from './operatorConsole';

const raw = {
  from: '2026-03-01T10:00:00Z',
  to: '2026-03-01T11:00:00Z',
  madeAt: '2026-03-01T10:59:30Z',
  verdict: 'pending',
  total: { acknowledged: 9, log: 10, rows: 4, events: 2, repeats: 1, void: 1, afterRevoke: 1, pending: 1 },
  missing: [{ kind: 'lost_by_repair', partition: 1, offset: 7, count: 3 }, { kind: 'incomplete' }],
  partitions: [
    { partition: 0, total: {}, minutes: [{ minute: '2026-03-01T10:15:00Z', rows: 2, acknowledged: 2 }] },
    {
      partition: 1,
      total: {},
      minutes: [
        { minute: '2026-03-01T10:15:00Z', rows: 3, acknowledged: 1 },
        { minute: '2026-03-01T10:16:00Z', pending: 1 },
      ],
    },
  ],
};

describe('a ledger', () => {
  test('is read with missing counts as 0', () => {
    const ledger = readLedger(raw);
    expect(ledger?.total).toMatchObject({ acknowledged: 9, log: 10, stored: 6, passed: 3, parked: 0, pending: 1 });
    expect(ledger?.missing).toEqual([{ kind: 'lost_by_repair', partition: 1, offset: 7, count: 3, minute: undefined }]);
    expect(readLedger({ ...raw, verdict: 'unknown' })).toBeUndefined();
    expect(readLedger('')).toBeUndefined();
  });

  test('sums the minutes of all partitions, newest first', () => {
    const ledger = readLedger(raw);
    const minutes = ledger ? minutesOf(ledger) : [];
    expect(minutes.map(({ minute, stored }) => [minute, stored])).toEqual([
      ['2026-03-01T10:16:00Z', 0],
      ['2026-03-01T10:15:00Z', 5],
    ]);
    expect(minutes.map(verdictOf)).toEqual(['pending', 'balanced']);
  });
});

describe('the operator console', () => {
  function consoleFixture() {
    const api = {
      ledger: vi.fn().mockResolvedValue(readLedger(raw)),
      commands: vi.fn().mockResolvedValue([]),
      submit: vi.fn(),
    };
    return { api, operatorConsole: new OperatorConsole(api, () => Date.parse('2026-03-01T11:00:00Z')) };
  }

  test('leaves the default period to the server and computes other periods', async () => {
    const { api, operatorConsole } = consoleFixture();
    await operatorConsole.refresh();
    expect(api.ledger).toHaveBeenLastCalledWith(undefined);
    await operatorConsole.show(15);
    expect(api.ledger).toHaveBeenLastCalledWith('2026-03-01T10:45:00.000Z');
  });

  test('loads again if the period changed while loading', async () => {
    const { api, operatorConsole } = consoleFixture();
    const first = operatorConsole.refresh();
    await operatorConsole.show(15);
    await first;
    expect(api.ledger).toHaveBeenCalledTimes(2);
    expect(operatorConsole.store.getState().loading).toBe(false);
  });
});
