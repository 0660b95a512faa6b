// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../../connection/http';
import type { FileList } from '../../files/fileList';
import type { SentFile } from '../../protocol/files';
import { aMessage, chatFixture } from '../../testing/chatFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import { shell, showFiles } from '../shared/shell';
import FilesPanel from './FilesPanel';
import { withMessages } from './useFiles';

const sent = (pos: number, name: string, more: Partial<SentFile['file']> = {}): SentFile => ({
  pos,
  from: 2,
  file: { id: pos * 10, name, size: 1_000, type: 'text/plain', ...more },
});
const picture = (pos: number, name: string) => sent(pos, name, { type: 'image/png', width: 40, height: 30 });

beforeEach(() => {
  fakeCss();
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(files: FileList['files']) {
  const all = chatFixture();
  render(
    <ChatContext value={all.chat}>
      <FilesPanel conv={7} api={{ files }} />
    </ChatContext>,
  );
  return all;
}

const names = () => [...document.querySelectorAll('.file-panel__name')].map((link) => link.textContent);
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('the files are listed page by page', async () => {
  const files = vi
    .fn<FileList['files']>()
    .mockResolvedValueOnce({ items: [sent(3, 'c'), sent(2, 'b')], next: 'two' })
    .mockResolvedValueOnce({ items: [sent(1, 'a')] });
  show(files);
  await waitFor(() => expect(names()).toEqual(['c', 'b']));
  expect(document.activeElement?.textContent).toBe('Files');
  click('Show more files');
  await waitFor(() => expect(names()).toEqual(['c', 'b', 'a']));
  expect(files).toHaveBeenLastCalledWith(7, undefined, 'two');
  expect(screen.queryByRole('button', { name: 'Show more files' })).toBeNull();
  const link = screen.getByRole('link', { name: 'Show in conversation: b' });
  expect(link.getAttribute('href')).toBe('#/c/7/m/2');
});

test('a kind is asked from the server', async () => {
  const files = vi.fn<FileList['files']>((_, kind) =>
    Promise.resolve({ items: kind === 'image' ? [picture(1, 'p')] : kind ? [] : [sent(2, 't'), picture(1, 'p')] }),
  );
  show(files);
  await waitFor(() => expect(names()).toEqual(['t', 'p']));
  click('Pictures');
  await waitFor(() => expect(names()).toEqual(['p']));
  expect(screen.getByRole('button', { name: 'Pictures' }).getAttribute('aria-pressed')).toBe('true');
  click('Audio');
  expect(await screen.findByText('No files of this kind.')).toBeTruthy();
});

test('a picture opens in the viewer', async () => {
  show(() => Promise.resolve({ items: [picture(2, 'two'), sent(3, 't'), picture(1, 'one')] }));
  fireEvent.click(await screen.findByRole('link', { name: 'Open one' }));
  expect((await screen.findByRole('img', { name: 'one' })).getAttribute('src')).toBe('./api/files/10');
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowLeft' });
  await screen.findByRole('img', { name: 'two' });
});

test('a list that cannot be loaded says so, and is loaded again', async () => {
  const files = vi
    .fn<FileList['files']>()
    .mockRejectedValueOnce(new ApiError(503, 'unavailable'))
    .mockResolvedValueOnce({ items: [sent(1, 'a')] });
  show(files);
  expect((await screen.findByRole('alert')).textContent).toContain('Couldn’t load the files.');
  click('Try again');
  await waitFor(() => expect(names()).toEqual(['a']));
});

test('Escape closes the panel', async () => {
  showFiles(true);
  show(() => Promise.resolve({ items: [] }));
  await screen.findByText('No files yet. Drop a file on the conversation to send it.');
  fireEvent.keyDown(screen.getByRole('complementary', { name: 'Files' }), { key: 'Escape' });
  expect(shell.getState().files).toBe(false);
});

test('what was just sent or removed is known before it is stored', () => {
  const stored = [sent(2, 'b'), sent(1, 'a')];
  const messages = [
    aMessage(1, { revoked: true }),
    aMessage(2, { files: [sent(2, 'b').file] }),
    aMessage(3, { files: [sent(3, 'c').file, { ...sent(3, 'd').file, id: 31, type: 'image/png' }] }),
  ];
  expect(withMessages(stored, messages, undefined).map(({ file }) => file.name)).toEqual(['d', 'c', 'b']);
  expect(withMessages(stored, messages, 'image').map(({ file }) => file.name)).toEqual(['d', 'b']);
});
