// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../connection/http';
import type { Conversation } from '../../protocol/resources';
import { aMessage } from '../../testing/chatFixture';
import { aChannel, aMember, channelFixture } from '../../testing/groupFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import { shell, showDetails } from '../shared/shell';
import DetailsPanel from './DetailsPanel';

beforeEach(() => {
  fakeCss();
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(channel: Conversation) {
  const fixture = await channelFixture(channel);
  fixture.chat.open(7);
  render(
    <ChatContext value={fixture.chat}>
      <DetailsPanel conv={7} />
    </ChatContext>,
  );
  return fixture;
}

const button = (name: string) => screen.queryByRole('button', { name });
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const inDialog = () => within(screen.getByRole('alertdialog'));

/** The entries of the menu of Kim. */
async function menu(name = 'Kim') {
  click(`Actions for ${name}`);
  return (await screen.findAllByRole('menuitem')).map((item) => item.textContent);
}
async function choose(name: string) {
  const item = await screen.findByRole('menuitem', { name });
  fireEvent.click(item);
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
}

describe('what is offered', () => {
  test('to an owner: everything', async () => {
    await show(aChannel('owner'));
    expect(button('Edit')).toBeTruthy();
    expect(button('Add people')).toBeTruthy();
    expect(button('Archive channel')).toBeTruthy();
    expect(await menu()).toEqual(['Write', 'Make owner', 'Make moderator', 'Hand ownership on', 'Remove from channel']);
  });

  test('to a moderator: to edit, add and remove', async () => {
    await show(aChannel('moderator'));
    expect(button('Edit')).toBeTruthy();
    expect(button('Add people')).toBeTruthy();
    expect(button('Archive channel')).toBeNull();
    expect(await menu()).toEqual(['Write', 'Remove from channel']);
  });

  test('to a member: to leave', async () => {
    await show(aChannel('member'));
    expect(button('Edit')).toBeNull();
    expect(button('Add people')).toBeNull();
    expect(button('Leave channel')).toBeTruthy();
    expect(await menu()).toEqual(['Write']);
  });

  test('in an archived channel: to restore it', async () => {
    const { api } = await show(aChannel('owner', { archived: true }));
    expect(button('Edit')).toBeNull();
    expect(button('Add people')).toBeNull();
    click('Restore channel');
    await waitFor(() => expect(api.changeChannel).toHaveBeenCalledWith(7, { archived: false }));
  });

  test('to a reader of a public channel: what it is', async () => {
    await show(aChannel(undefined, { visibility: 'public' }));
    expect(screen.getByText('Public: everyone can find, read and join it')).toBeTruthy();
    expect(button('Leave channel')).toBeNull();
  });
});

test('the head of the panel gets the focus, and Escape closes the panel', async () => {
  await show(aChannel('owner'));
  showDetails(true);
  expect(document.activeElement?.textContent).toBe('Details');
  fireEvent.keyDown(screen.getByRole('complementary', { name: 'Details' }), { key: 'Escape' });
  expect(shell.getState().details).toBe(false);
});

test('owners come first, then moderators, each by name', async () => {
  const members = [aMember(1, 'member', 'Ada'), aMember(3, 'member', 'Bo'), aMember(2, 'moderator', 'Kim')];
  await show(aChannel('member', { members: [...members, aMember(4, 'owner', 'Zoe')], memberCount: 4 }));
  expect(screen.getAllByTestId('member').map((row) => row.dataset.user)).toEqual(['4', '2', '1', '3']);
});

describe('changing a member', () => {
  test('a new role is given at once, and announced', async () => {
    const { api } = await show(aChannel('owner'));
    await menu();
    await choose('Make moderator');
    await waitFor(() => expect(api.putMember).toHaveBeenCalledWith(7, 2, 'moderator'));
    expect(await screen.findByText('Kim is now a moderator.')).toBeTruthy();
  });

  test('removing asks first, and then moves the focus to the list', async () => {
    const { api } = await show(aChannel('owner'));
    await menu();
    await choose('Remove from channel');
    expect(api.removeMember).not.toHaveBeenCalled();
    await screen.findByRole('alertdialog', { name: 'Remove Kim?' });
    fireEvent.click(inDialog().getByRole('button', { name: 'Remove from channel' }));
    await waitFor(() => expect(api.removeMember).toHaveBeenCalledWith(7, 2));
    await waitFor(() => expect(document.activeElement?.id).toBe('members'));
  });

  test('ownership is handed on after a question', async () => {
    const { api } = await show(aChannel('owner'));
    await menu();
    await choose('Hand ownership on');
    await screen.findByRole('alertdialog', { name: 'Make Kim the owner?' });
    fireEvent.click(inDialog().getByRole('button', { name: 'Hand ownership on' }));
    await waitFor(() =>
      expect(api.putMember.mock.calls).toEqual([
        [7, 2, 'owner'],
        [7, 1, 'moderator'],
      ]),
    );
  });

  test('the last owner cannot give up the role, and sees why', async () => {
    const { api } = await show(aChannel('owner'));
    api.putMember.mockRejectedValue(new ApiError(409, 'conflict'));
    await menu('Ada');
    await choose('Make member');
    await screen.findByRole('alertdialog', { name: 'Give up ownership?' });
    fireEvent.click(inDialog().getByRole('button', { name: 'Make member' }));
    expect((await inDialog().findByRole('alert')).textContent).toContain('A channel needs an owner');
  });
});

describe('leaving', () => {
  test('asks first, and explains what follows', async () => {
    const { api, summary } = await show(aChannel('member', { visibility: 'public' }));
    click('Leave channel');
    await screen.findByRole('alertdialog', { name: 'Leave Engine room?' });
    expect(inDialog().getByText(/You can join it again/)).toBeTruthy();
    fireEvent.click(inDialog().getByRole('button', { name: 'Leave channel' }));
    await waitFor(() => expect(api.removeMember).toHaveBeenCalledWith(7, 1));
    expect(summary()).toBeUndefined();
  });

  test('the last owner chooses the next one', async () => {
    const { api } = await show(aChannel('owner'));
    click('Leave channel');
    const select = await screen.findByRole('combobox', { name: 'New owner' });
    fireEvent.click(inDialog().getByRole('button', { name: 'Make owner and leave' }));
    expect(inDialog().getByRole('alert').textContent).toContain('Choose the new owner');
    expect(api.removeMember).not.toHaveBeenCalled();
    fireEvent.change(select, { target: { value: '2' } });
    fireEvent.click(inDialog().getByRole('button', { name: 'Make owner and leave' }));
    await waitFor(() => expect(api.removeMember).toHaveBeenCalledWith(7, 1));
    expect(api.putMember).toHaveBeenCalledWith(7, 2, 'owner');
  });

  test('one of several owners leaves without naming a successor', async () => {
    await show(aChannel('owner', { members: [aMember(1, 'owner', 'Ada'), aMember(2, 'owner', 'Kim')] }));
    click('Leave channel');
    await screen.findByRole('alertdialog');
    expect(inDialog().queryByRole('combobox')).toBeNull();
  });

  test('the members of a large channel are loaded to choose from', async () => {
    const channel = aChannel('owner', { members: undefined, memberCount: 60 });
    const { api } = await show(channel);
    api.members.mockResolvedValue({ items: [aMember(1, 'owner', 'Ada'), aMember(9, 'member', 'Zoe')] });
    click('Leave channel');
    const select = await screen.findByRole('combobox', { name: 'New owner' });
    expect(within(select).getByRole('option', { name: 'Zoe' })).toBeTruthy();
  });
});

test('archiving asks first', async () => {
  const { api } = await show(aChannel('owner'));
  click('Archive channel');
  await screen.findByRole('alertdialog', { name: 'Archive Engine room?' });
  fireEvent.click(inDialog().getByRole('button', { name: 'Archive channel' }));
  await waitFor(() => expect(api.changeChannel).toHaveBeenCalledWith(7, { archived: true }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
});

describe('editing', () => {
  test('sends only what was changed', async () => {
    const { api } = await show(aChannel('owner', { topic: 'Pumps' }));
    click('Edit');
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit Engine room' }));
    fireEvent.change(dialog.getByRole('textbox', { name: 'Topic (optional)' }), { target: { value: '' } });
    fireEvent.click(dialog.getByRole('radio', { name: /^Only messages written after/ }));
    fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(api.changeChannel).toHaveBeenCalledWith(7, { topic: '', history: 'joined' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('a moderator edits the name and topic only', async () => {
    await show(aChannel('moderator'));
    click('Edit');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.queryByRole('radio')).toBeNull();
    expect(dialog.getByText(/Only owners can change/)).toBeTruthy();
  });
});

describe('a channel with many members', () => {
  const large = (more: Partial<Conversation> = {}) =>
    aChannel('member', { members: undefined, memberCount: 60, ...more });

  test('lists them page by page, and all of them when one is searched', async () => {
    const channel = large();
    const fixture = await channelFixture(channel);
    fixture.api.members.mockResolvedValue({ items: [aMember(1, 'owner', 'Ada')], next: 1 });
    render(
      <ChatContext value={fixture.chat}>
        <DetailsPanel conv={7} />
      </ChatContext>,
    );
    await waitFor(() => expect(screen.getAllByTestId('member')).toHaveLength(1));
    fixture.api.members.mockResolvedValue({ items: [aMember(1, 'owner', 'Ada'), aMember(9, 'member', 'Zoe')] });
    fireEvent.change(screen.getByRole('searchbox', { name: 'Find members' }), { target: { value: 'zo' } });
    await waitFor(() => expect(screen.getAllByTestId('member').map((row) => row.dataset.user)).toEqual(['9']));
  });

  test('is loaded again when its members change', async () => {
    const { api, network } = await show(large());
    await waitFor(() => expect(api.members).toHaveBeenCalled());
    const before = api.members.mock.calls.length;
    network.latest.delivers({ t: 'msg', ...aMessage(3, { kind: 'member', user: 9, by: 2, role: 'member' }) });
    await waitFor(() => expect(api.members.mock.calls.length).toBeGreaterThan(before));
  });
});

describe('adding people', () => {
  test('keeps those who could not be added, with the reason', async () => {
    const { api } = await show(aChannel('owner', { history: 'joined' }));
    api.people.mockResolvedValue({ items: [{ id: 5, username: 'bjorn', displayName: 'Björn' }] });
    api.putMember.mockRejectedValue(new ApiError(403, 'forbidden'));
    click('Add people');
    const dialog = within(await screen.findByRole('dialog', { name: 'Add people to Engine room' }));
    expect(dialog.getByText('New members can read only what is written after they join.')).toBeTruthy();
    const search = dialog.getByRole('searchbox');
    fireEvent.input(search, { target: { value: 'bj' }, inputType: 'insertText' });
    await dialog.findByRole('option', { name: /^Björn/ });
    fireEvent.keyDown(search, { key: 'Enter' });
    fireEvent.click(await dialog.findByRole('button', { name: 'Add 1 person' }));
    expect((await dialog.findByRole('alert')).textContent).toBe(
      'Björn couldn’t be added. You don’t have permission to add this person.',
    );
    expect(dialog.getByRole('button', { name: 'Remove Björn' })).toBeTruthy();
  });

  test('does not offer members', async () => {
    const { api } = await show(aChannel('owner'));
    api.people.mockResolvedValue({ items: [{ id: 2, username: 'kim', displayName: 'Kim' }] });
    click('Add people');
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.input(dialog.getByRole('searchbox'), { target: { value: 'kim' }, inputType: 'insertText' });
    expect(await dialog.findByText('Nobody found. Try part of a name.')).toBeTruthy();
  });
});

test('moderators see what was reported, and resolve it', async () => {
  const fixture = await channelFixture(aChannel('moderator'));
  const report = { id: 5, conv: 7, pos: 30, reporter: 2, reason: 'Rude', at: '2026-01-01T10:00:00Z' };
  fixture.api.reports.mockResolvedValue({ items: [{ ...report, state: 'open' }] });
  fixture.api.resolveReport.mockResolvedValue({ ...report, state: 'resolved', resolvedBy: 1 });
  render(
    <ChatContext value={fixture.chat}>
      <DetailsPanel conv={7} />
    </ChatContext>,
  );
  const item = await screen.findByTestId('report');
  expect(item.textContent).toContain('Reported by Kim');
  expect(item.querySelector('a')?.getAttribute('href')).toBe('#/c/7/m/30');
  click('Mark as resolved');
  expect((await screen.findByText(/Resolved by/)).textContent).toContain('Ada');
  expect(fixture.api.resolveReport).toHaveBeenCalledExactlyOnceWith(7, 5);
  cleanup();
  const asMember = await show(aChannel('member'));
  expect(asMember.api.reports).not.toHaveBeenCalled();
});

test('a direct conversation shows the other person, without members', async () => {
  await show(aChannel('member', { kind: 'direct', title: undefined }));
  expect(screen.getByText('@kim')).toBeTruthy();
  expect(button('Leave channel')).toBeNull();
  expect(screen.queryByTestId('member')).toBeNull();
});
