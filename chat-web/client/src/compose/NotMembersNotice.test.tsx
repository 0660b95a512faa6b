// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NotMembersNotice } from './NotMembersNotice';

const people = [
  { id: 2, name: 'Kim' },
  { id: 3, name: 'Björn' },
];

describe('the notice about mentioned people who are no members', () => {
  afterEach(cleanup);

  test('names them and adds them', async () => {
    const onAdd = vi.fn().mockResolvedValue(undefined);
    const onDismiss = vi.fn();
    render(<NotMembersNotice people={people} onAdd={onAdd} onDismiss={onDismiss} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Add 2 people' }));
    expect(screen.getByRole('status').textContent).toContain('Kim, Björn aren’t members');
    expect(onAdd).toHaveBeenCalledWith([2, 3]);
    await waitFor(() => expect(onDismiss).toHaveBeenCalledOnce());
  });

  test('reports a failure', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const onAdd = vi.fn().mockRejectedValue(new Error('down'));
    render(<NotMembersNotice people={people.slice(0, 1)} onAdd={onAdd} onDismiss={vi.fn()} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Add' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Couldn’t add them'));
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });

  test('offers nothing to those who cannot add', async () => {
    render(<NotMembersNotice people={people} onDismiss={vi.fn()} />);
    await screen.findByRole('button', { name: 'Dismiss' });
    expect(screen.queryByRole('button', { name: /Add/ })).toBeNull();
  });
});
