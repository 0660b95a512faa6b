// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { AttachedFile } from '../../protocol/resources';
import { AttachedFiles } from './AttachedFiles';

const file = (more: Partial<AttachedFile>): AttachedFile => ({
  id: 7,
  name: 'boiler',
  size: 47_400,
  type: 'application/pdf',
  ...more,
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('a picture has its space before it is loaded, and leads to the original', async () => {
  const { container } = render(
    <AttachedFiles files={[file({ type: 'image/jpeg', width: 1_600, height: 800, placeholder: 'iVBOR' })]} />,
  );
  const box = container.querySelector<HTMLElement>('.files__item');
  expect(box?.style.width).toBe('360px');
  expect(box?.style.aspectRatio).toBe('1600 / 800');
  const picture = await screen.findByRole('img', { name: 'boiler' });
  expect(picture.getAttribute('src')).toBe('./api/files/7/thumbnail');
  expect(picture.closest('a')?.getAttribute('href')).toBe('./api/files/7');
});

test('other files are downloaded under their names', async () => {
  render(<AttachedFiles files={[file({ type: 'image/svg+xml' })]} />);
  const link = await screen.findByRole('link', { name: 'boiler 47 kB' });
  expect(link.getAttribute('download')).toBe('boiler');
  expect(screen.queryByRole('img')).toBeNull();
});

test('audio and video are played, and load nothing before', async () => {
  const { container } = render(
    <AttachedFiles files={[file({ type: 'audio/ogg' }), file({ id: 8, type: 'video/mp4' })]} />,
  );
  await screen.findByRole('link');
  expect(container.querySelector('audio')?.getAttribute('preload')).toBe('none');
  expect(container.querySelector('video')?.getAttribute('src')).toBe('./api/files/8');
});

test('the first page of a document is asked for again until it is made, and leaves a sign if it never is', async () => {
  render(<AttachedFiles files={[file({})]} />);
  await screen.findByRole('link', { name: 'Open boiler' });
  vi.useFakeTimers();
  const page = () => document.querySelector('.files__page img');
  const fails = (after: number) => {
    const shown = page();
    if (shown) fireEvent.error(shown);
    expect(page()).toBeNull();
    act(() => {
      vi.advanceTimersByTime(after);
    });
  };
  expect(page()?.getAttribute('src')).toBe('./api/files/7/thumbnail');
  for (const [attempt, ms] of [2_000, 6_000, 20_000].entries()) {
    fails(ms);
    expect(page()?.getAttribute('src')).toBe(`./api/files/7/thumbnail?attempt=${attempt + 1}`);
  }
  fails(100_000);
  expect(screen.queryByRole('link', { name: 'Open boiler' })).toBeNull();
  expect(screen.getByRole('link', { name: 'boiler 47 kB' }).getAttribute('download')).toBe('boiler');
});
