// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { down } from '../../testing/chatFixture';
import { aChannel, channelFixture } from '../../testing/groupFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import NewChannel from './NewChannel';

beforeEach(fakeCss);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  location.hash = '';
});

async function show() {
  const fixture = await channelFixture(aChannel('owner'));
  fixture.api.people.mockResolvedValue({ items: [{ id: 5, username: 'bjorn', displayName: 'Björn Müller' }] });
  const onClose = vi.fn();
  render(
    <ChatContext value={fixture.chat}>
      <NewChannel onClose={onClose} />
    </ChatContext>,
  );
  return { ...fixture, onClose };
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const write = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const create = () => fireEvent.click(screen.getByRole('button', { name: 'Create channel' }));

test('creates a channel with its settings and members, and opens it', async () => {
  const { api, onClose } = await show();
  write('Name', ' Engine room ');
  write('Topic (optional)', 'Pumps');
  choose(/^Public/);
  choose(/^Only owners and moderators/);
  choose(/^Only messages written after/);
  const search = screen.getByRole('searchbox', { name: 'Find people to add' });
  fireEvent.input(search, { target: { value: 'mull' }, inputType: 'insertText' });
  await screen.findByRole('option', { name: /^Björn Müller/ });
  fireEvent.keyDown(search, { key: 'Enter' });
  await screen.findByRole('button', { name: 'Remove Björn Müller' });
  create();
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(api.createChannel).toHaveBeenCalledWith(
    { title: 'Engine room', topic: 'Pumps', visibility: 'public', posting: 'moderators', history: 'joined' },
    [5],
  );
  expect(location.hash).toBe('#/c/9');
});

test('without a name, the focus moves to it and says what is missing', async () => {
  const { api } = await show();
  screen.getByRole('button', { name: 'Create channel' }).focus();
  create();
  expect(document.activeElement).toBe(field('Name'));
  expect(field('Name').getAttribute('aria-invalid')).toBe('true');
  expect(api.createChannel).not.toHaveBeenCalled();
});

test('while the database is down, says so, and keeps what was written', async () => {
  const { api, network, onClose } = await show();
  network.latest.delivers({ t: 'store', state: 'down' });
  api.createChannel.mockRejectedValue(down());
  write('Name', 'Engine room');
  create();
  expect((await screen.findByRole('alert')).textContent).toContain('The database is unavailable');
  expect(field('Name').value).toBe('Engine room');
  expect(onClose).not.toHaveBeenCalled();
});
