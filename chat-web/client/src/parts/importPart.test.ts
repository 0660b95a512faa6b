// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as importPartModule from './importPart';

const IMPORTER = 'https://parley.example/assets/index.js';

let importPart: typeof importPartModule.importPart;
let FileError: typeof importPartModule.FileError;
let fetchFile: ReturnType<typeof vi.fn<(url: string) => Promise<Response>>>;

beforeEach(async () => {
  // It knows what the page has fetched.
  vi.resetModules();
  ({ importPart, FileError } = await import('./importPart'));
  fetchFile = vi.fn(() => Promise.resolve(new Response('')));
  vi.stubGlobal('fetch', fetchFile);
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.head.replaceChildren();
});

const asked = () => fetchFile.mock.calls.map(([url]) => url);

it('imports nothing before all files have arrived', async () => {
  let arrive: (response: Response) => void = () => undefined;
  fetchFile.mockImplementation(() => new Promise((resolve) => (arrive = resolve)));
  const load = vi.fn(() => Promise.resolve('part'));

  const part = importPart(load, ['./part.js'], IMPORTER);
  await Promise.resolve();
  expect(load).not.toHaveBeenCalled();
  arrive(new Response(''));

  expect(await part).toBe('part');
  expect(asked()).toEqual(['https://parley.example/assets/part.js']);
});

it('fetches each file once, and none that the page names', async () => {
  document.head.innerHTML = `<script src="${IMPORTER}"></script><link href="https://parley.example/assets/base.js">`;
  const load = () => Promise.resolve('part');

  await Promise.all([
    importPart(load, ['./a.js', './shared.js', './base.js', './index.js'], IMPORTER),
    importPart(load, ['./b.js', './shared.js'], IMPORTER),
  ]);
  await importPart(load, ['./a.js'], IMPORTER);

  expect(asked().map((url) => url.slice(url.lastIndexOf('/') + 1))).toEqual(['a.js', 'shared.js', 'b.js']);
});

it('fetches a file again that could not be fetched, and imports nothing before', async () => {
  const load = vi.fn(() => Promise.resolve('part'));
  fetchFile.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await expect(importPart(load, ['./part.js'], IMPORTER)).rejects.toMatchObject({ status: 0 });
  fetchFile.mockResolvedValueOnce(new Response('', { status: 404 }));
  await expect(importPart(load, ['./part.js'], IMPORTER)).rejects.toEqual(
    new FileError('https://parley.example/assets/part.js', 404),
  );
  expect(load).not.toHaveBeenCalled();

  expect(await importPart(load, ['./part.js'], IMPORTER)).toBe('part');
});

it('applies the styles of a part before it is shown', async () => {
  const load = vi.fn(() => Promise.resolve('part'));
  const part = importPart(load, ['./part.css'], IMPORTER);
  await vi.waitFor(() => expect(document.querySelector('link')).not.toBeNull());
  const link = document.querySelector('link');
  expect(link).toMatchObject({ rel: 'stylesheet', href: 'https://parley.example/assets/part.css' });
  expect(load).not.toHaveBeenCalled();

  link?.dispatchEvent(new Event('load'));
  expect(await part).toBe('part');
});
