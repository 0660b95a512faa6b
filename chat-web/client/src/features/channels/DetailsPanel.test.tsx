// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../connection/http';
import type { Conversation } from '../../protocol/resources';
import { aConversation, chatFixture } from '../../testing/chatFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import DetailsPanel from './DetailsPanel';

function show(role: string, more: Partial<Conversation> = {}, fixture = chatFixture()) {
  const members = [
    { user: 1, role, read: 0, username: 'ada', displayName: 'Ada' },
    { user: 2, role: 'member', read: 0, username: 'kim', displayName: 'Kim' },
  ];
  const conversation = aConversation({ kind: 'group', title: 'General', members, ...more });
  fixture.api.conversation.mockResolvedValue(conversation);
  fixture.chat.list.upsert(conversation, [], 0);
  render(
    <ChatContext value={fixture.chat}>
      <DetailsPanel conv={7} />
    </ChatContext>,
  );
  return fixture;
}

const button = (name: string) => screen.queryByRole('button', { name });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the details of a channel', () => {
  beforeEach(fakeCss);
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  test('members see them, moderators edit name and topic, owners everything', () => {
    show('member');
    expect(button('Edit')).toBeNull();
    expect(button('Add people')).toBeNull();
    expect(button('Archive channel')).toBeNull();
    cleanup();
    show('moderator');
    press('Edit');
    expect(screen.queryByLabelText('Who can write')).toBeNull();
    expect(button('Add people')).not.toBeNull();
    cleanup();
    show('owner');
    press('Edit');
    expect(screen.getByLabelText('Who can write')).toBeTruthy();
    expect(screen.getByLabelText('What new members can read')).toBeTruthy();
  });

  test('only what was changed is sent', async () => {
    const { api } = show('owner', { topic: 'Old' });
    press('Edit');
    fireEvent.change(screen.getByLabelText('What new members can read'), { target: { value: 'joined' } });
    fireEvent.change(screen.getByLabelText('Topic (optional)'), { target: { value: '' } });
    press('Save');
    await waitFor(() => expect(button('Save')).toBeNull());
    expect(api.changeChannel).toHaveBeenCalledExactlyOnceWith(7, { topic: '', history: 'joined' });
  });

  test('an archived channel can only be restored, by its owner', async () => {
    const { api } = show('owner', { archived: true });
    expect(button('Edit')).toBeNull();
    expect(button('Add people')).toBeNull();
    await act(() => Promise.resolve(press('Restore channel')));
    expect(api.changeChannel).toHaveBeenCalledExactlyOnceWith(7, { archived: false });
  });

  test('the last owner has to hand the channel on before leaving', async () => {
    const { api } = show('owner');
    api.removeMember.mockRejectedValue(new ApiError(409, 'conflict'));
    press('Leave channel');
    const dialog = await screen.findByRole('alertdialog', { name: 'Leave General?' });
    fireEvent.click([...dialog.querySelectorAll('button')].at(-1) as HTMLElement);
    expect((await screen.findByRole('alert')).textContent).toContain('A channel needs an owner.');
    expect(api.removeMember).toHaveBeenCalledExactlyOnceWith(7, 1);
  });

  test('moderators see what was reported, and resolve it', async () => {
    const fixture = chatFixture();
    const report = { id: 5, conv: 7, pos: 30, reporter: 2, reason: 'Rude', at: '2026-01-01T10:00:00Z' };
    fixture.api.reports.mockResolvedValue({ items: [{ ...report, state: 'open' }] });
    fixture.api.resolveReport.mockResolvedValue({ ...report, state: 'resolved', resolvedBy: 1 });
    show('moderator', {}, fixture);
    const item = await screen.findByTestId('report');
    expect(item.textContent).toContain('Reported by Kim');
    expect(item.querySelector('a')?.getAttribute('href')).toBe('#/c/7/m/30');
    press('Mark as resolved');
    expect((await screen.findByText(/Resolved by/)).textContent).toContain('Ada');
    expect(fixture.api.resolveReport).toHaveBeenCalledExactlyOnceWith(7, 5);
    cleanup();
    const asMember = show('member');
    expect(asMember.api.reports).not.toHaveBeenCalled();
  });

  test('a direct conversation shows the other person, without members', () => {
    show('member', { kind: 'direct', title: undefined });
    expect(screen.getByText('@kim')).toBeTruthy();
    expect(button('Leave channel')).toBeNull();
    expect(screen.queryByTestId('member')).toBeNull();
  });
});
