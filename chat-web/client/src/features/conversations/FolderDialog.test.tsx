// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chatFixture, down } from '../../testing/chatFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import { resetShell, show as showOverlay } from '../shared/shell';
import FolderDialog from './FolderDialog';

beforeEach(fakeCss);
afterEach(() => {
  cleanup();
  resetShell();
  vi.unstubAllGlobals();
});

function show(about: Parameters<typeof showOverlay>[1]) {
  const fixture = chatFixture();
  const folders = [{ id: 'a', name: 'Old', conversations: [8], collapsed: false }];
  const { own } = fixture.state();
  fixture.chat.store.setState({ ownLoaded: true, own: { ...own, sidebar: { favourites: [], folders } } });
  showOverlay('folder', about);
  const onClose = vi.fn();
  render(
    <ChatContext value={fixture.chat}>
      <FolderDialog onClose={onClose} />
    </ChatContext>,
  );
  const save = (name: string) => {
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: name } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  };
  return { ...fixture, onClose, save, names: () => fixture.state().own.sidebar.folders.map(({ name }) => name) };
}

test('a new section contains the conversation for which it was made', async () => {
  const { save, state, onClose } = show({ conv: 7 });
  save(' Projects ');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(state().own.sidebar.folders.at(-1)).toMatchObject({ name: 'Projects', conversations: [7] });
});

test('a section is renamed', async () => {
  const { save, names, onClose } = show({ id: 'a' });
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Old');
  save('New');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(names()).toEqual(['New']);
});

test('a name that is not valid is explained, and not sent', () => {
  const { save, api } = show({});
  save('  ');
  expect(screen.getByText('Use 1 to 50 characters, at least one of them visible.')).toBeTruthy();
  save('x'.repeat(51));
  expect(api.putOwn).not.toHaveBeenCalled();
});

test('while the server cannot save it, the section is shown, and the dialog explains it', async () => {
  const { save, api, names, onClose } = show({});
  api.putOwn.mockRejectedValue(down());
  save('Projects');
  expect(names()).toEqual(['Old', 'Projects']);
  expect(await screen.findByText(/Not saved yet/)).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
});
