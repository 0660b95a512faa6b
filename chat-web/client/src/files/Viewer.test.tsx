// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AttachedFile } from '../protocol/resources';
import { fakeCss } from '../testing/layout';
import { Viewer } from './Viewer';

const picture = (id: number): AttachedFile => ({
  id,
  name: `picture ${id}`,
  size: 1_000,
  type: 'image/png',
  width: 40,
  height: 30,
});

beforeEach(fakeCss);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const shows = (id: number) => screen.findByRole('img', { name: `picture ${id}` });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

test('the arrow keys go from picture to picture, and end at the ends', async () => {
  render(<Viewer pictures={[1, 2, 3].map(picture)} start={2} onClose={vi.fn()} />);
  expect((await shows(2)).getAttribute('src')).toBe('./api/files/2');
  expect(screen.getByRole('status').textContent).toBe('picture 2, 2 of 3');
  press('ArrowRight');
  await shows(3);
  press('ArrowRight');
  await shows(3);
  press('Home');
  await shows(1);
  press('ArrowLeft');
  await shows(1);
  fireEvent.click(screen.getByRole('button', { name: 'Next picture' }));
  await shows(2);
});

test('Escape closes it', async () => {
  const onClose = vi.fn();
  render(<Viewer pictures={[picture(1)]} start={1} onClose={onClose} />);
  await shows(1);
  expect(screen.queryByRole('button', { name: 'Next picture' })).toBeNull();
  press('Escape');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
});

test('in its original size, a picture is scrolled with the arrow keys', async () => {
  render(<Viewer pictures={[1, 2].map(picture)} start={1} onClose={vi.fn()} />);
  await shows(1);
  fireEvent.click(screen.getByRole('button', { name: 'Original size' }));
  press('ArrowRight');
  await shows(1);
  fireEvent.click(screen.getByRole('button', { name: 'Fit to the window' }));
  press('ArrowRight');
  await shows(2);
});

test('a picture is downloaded under its name', async () => {
  render(<Viewer pictures={[picture(1)]} start={1} onClose={vi.fn()} />);
  const link = await screen.findByRole('link', { name: 'Download picture 1' });
  expect(link.getAttribute('download')).toBe('picture 1');
});

test('a picture that cannot be loaded says so', async () => {
  render(<Viewer pictures={[picture(1)]} start={1} onClose={vi.fn()} />);
  fireEvent.error(await shows(1));
  expect(screen.getByText('This picture can’t be shown.')).toBeTruthy();
});

test('a picture that is removed meanwhile makes room for the next one, and the last one closes the viewer', async () => {
  const onClose = vi.fn();
  const { rerender } = render(<Viewer pictures={[1, 2].map(picture)} start={1} onClose={onClose} />);
  await shows(1);
  rerender(<Viewer pictures={[picture(2)]} start={1} onClose={onClose} />);
  await shows(2);
  rerender(<Viewer pictures={[]} start={1} onClose={onClose} />);
  expect(onClose).toHaveBeenCalled();
});

test('of a document its first page is shown, and the document is downloaded', async () => {
  const document: AttachedFile = { id: 4, name: 'plan.pdf', size: 1_000, type: 'application/pdf' };
  render(<Viewer pictures={[picture(1), document]} start={4} onClose={vi.fn()} />);
  const page = await screen.findByRole('img', { name: 'First page of plan.pdf' });
  expect(page.getAttribute('src')).toBe('./api/files/4/thumbnail');
  expect(screen.getByRole('link', { name: 'Download plan.pdf' }).getAttribute('href')).toBe('./api/files/4');
  fireEvent.error(page);
  expect(screen.getByText('There is no preview of this file.')).toBeTruthy();
});
