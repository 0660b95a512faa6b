// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LinkPreview } from '../protocol/preview';
import { LinkCard } from './LinkCard';
import { PreviewLoader } from './previewLoader';

const page: LinkPreview = {
  url: 'https://a.example/page',
  host: 'a.example',
  title: 'The boiler of the year',
  description: 'It is warm.',
};

beforeEach(() => localStorage.clear());
afterEach(cleanup);

async function show(answer: LinkPreview | undefined, loader = new PreviewLoader(() => Promise.resolve(answer))) {
  const shown = render(<LinkCard conv={7} pos={1} version="" loader={loader} />);
  const before = shown.container.childElementCount;
  await act(() => new Promise((done) => setTimeout(done)));
  return { ...shown, before, loader };
}

test('the space is reserved, and the card has the title, the text and the host', async () => {
  const { before } = await show(page);
  expect(before).toBe(1);
  const link = screen.getByRole('link', { name: page.title });
  expect(link.getAttribute('href')).toBe(page.url);
  expect(link.getAttribute('rel')).toContain('noreferrer');
  expect(screen.getByText('It is warm.')).toBeTruthy();
  expect(screen.getByRole('group', { name: 'Preview of a.example' }).querySelector('img')).toBeNull();
});

test('a card that is hidden stays hidden on this device', async () => {
  const { loader, unmount } = await show(page);
  fireEvent.click(screen.getByRole('button', { name: 'Hide the preview of a.example' }));
  expect(screen.queryByRole('link')).toBeNull();
  unmount();
  await show(page, loader);
  const button = screen.getByRole('button', { name: 'Show the preview of a.example' });
  expect(button.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(button);
  expect(screen.getByRole('link')).toBeTruthy();
});

test('a link without a preview keeps its space until the message is shown again', async () => {
  const { container, loader, unmount } = await show(undefined);
  expect(container.childElementCount).toBe(1);
  unmount();
  const again = await show(undefined, loader);
  expect(again.container.childElementCount).toBe(0);
});
