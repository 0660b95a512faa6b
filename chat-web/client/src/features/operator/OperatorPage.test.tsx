// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../connection/http';
import type { Ledger } from '../../protocol/ledger';
import { readLedger } from '../../protocol/ledger';
import { OperatorConsole } from '../../state/operatorConsole';
import OperatorPage from './OperatorPage';

const counts = (more: Record<string, number> = {}) => ({ acknowledged: 5, log: 5, rows: 5, ...more });

function ledger(more: Record<string, unknown> = {}): Ledger {
  const read = readLedger({
    from: '2026-03-01T10:00:00Z',
    to: '2026-03-01T11:00:00Z',
    madeAt: '2026-03-01T10:59:30Z',
    verdict: 'balanced',
    total: counts(),
    missing: [],
    partitions: [{ partition: 7, total: counts(), minutes: [{ minute: '2026-03-01T10:15:00Z', ...counts() }] }],
    ...more,
  });
  if (!read) throw new Error('no ledger');
  return read;
}

function show(first: Ledger | ApiError) {
  const api = {
    ledger: first instanceof ApiError ? vi.fn().mockRejectedValue(first) : vi.fn().mockResolvedValue(first),
    commands: vi.fn().mockResolvedValue([]),
    submit: vi.fn().mockResolvedValue(undefined),
  };
  render(<OperatorPage operatorConsole={new OperatorConsole(api)} />);
  return api;
}

describe('the operator page', () => {
  afterEach(cleanup);

  test('says that everything is accounted for', async () => {
    show(ledger());
    expect((await screen.findByTestId('verdict')).textContent).toContain('Everything is accounted for');
    const table = screen.getByRole('region', { name: 'By partition' });
    expect(within(table).getByRole('rowheader', { name: '7' })).toBeTruthy();
  });

  test('lists what is missing', async () => {
    const missing = [
      { kind: 'in_log_not_accounted', partition: 7, offset: 42, count: 1, minute: '2026-03-01T10:15:00Z' },
    ];
    show(ledger({ verdict: 'missing', total: counts({ missing: 1 }), missing }));
    expect((await screen.findByTestId('verdict')).textContent).toContain('1 record is missing');
    expect(screen.getByTestId('fault').textContent).toContain('Partition 7, offset 42');
    expect(screen.getByTestId('fault').textContent).toContain('not in the database');
  });

  test('offers to repair a stopped partition, and asks for confirmation', async () => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
    };
    const api = show(ledger({ partitions: [{ partition: 3, total: counts(), stopped: true, minutes: [] }] }));
    fireEvent.click(await screen.findByRole('button', { name: 'Resume partition 3' }));
    expect(api.submit).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Skip lost records' }));
    expect(api.submit).toHaveBeenCalledWith('repair', 3);
  });

  test('shows why a request was refused', async () => {
    show(new ApiError(400, 'bad_request', [{ field: 'from', message: 'from: the range holds too many records' }]));
    expect((await screen.findByRole('alert')).textContent).toContain('too many records');
    cleanup();
    show(new ApiError(403, 'forbidden'));
    expect((await screen.findByRole('alert')).textContent).toContain('permission');
  });
});
