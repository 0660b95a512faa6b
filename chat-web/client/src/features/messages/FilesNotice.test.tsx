// @vitest-environment jsdom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useFileDrops } from '../chat/useFileDrops';
import { resetShell } from '../shared/shell';
import { FilesNotice } from './FilesNotice';

afterEach(() => {
  cleanup();
  resetShell();
});

function Page() {
  useFileDrops();
  return <FilesNotice />;
}

const NOTICE = 'Files and pictures can’t be sent yet.';
const data = (types: string[], text = '') => ({ types, getData: () => text });

test('a file that is dropped does not replace the page, which says that it cannot be sent', async () => {
  render(<Page />);
  const drop = createEvent.drop(document.body);
  Object.assign(drop, { dataTransfer: data(['Files']) });
  fireEvent(document.body, drop);
  expect(drop.defaultPrevented).toBe(true);
  expect(await screen.findByText(NOTICE)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText(NOTICE)).toBeNull();
});

test('a picture that is pasted is not ignored silently', async () => {
  render(<Page />);
  fireEvent.paste(document.body, { clipboardData: data(['Files']) });
  expect(await screen.findByText(NOTICE)).toBeTruthy();
});

test('a text is pasted, also if the clipboard has a picture of it', () => {
  render(<Page />);
  fireEvent.paste(document.body, { clipboardData: data(['text/plain', 'Files'], 'cells') });
  fireEvent.drop(document.body, { dataTransfer: data(['text/plain']) });
  expect(screen.queryByText(NOTICE)).toBeNull();
});
