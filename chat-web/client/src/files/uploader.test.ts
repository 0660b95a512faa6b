// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { network, removeUpload, retryUpload, upload } from './uploader';
import { attachHere, forgetFiles, receiveFiles, takeFiles, uploads } from './uploads';

interface Call {
  method: string;
  path: string;
  range?: string;
}

const calls: Call[] = [];
/** The next answers; undefined for what a server would answer. */
let answers: (Response | undefined)[] = [];
let size = 0;

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

beforeEach(() => {
  forgetFiles();
  calls.length = 0;
  answers = [];
  network.wait = () => Promise.resolve();
  network.fetch = (path, init = {}) => {
    const range = new Headers(init.headers).get('Content-Range') ?? undefined;
    calls.push({ method: init.method ?? 'GET', path, range });
    const given = answers.shift();
    return Promise.resolve(given ?? answer(init, range));
  };
});

function answer(init: RequestInit, range?: string): Response {
  if (init.method === 'DELETE') return new Response(null, { status: 204 });
  if (init.method === 'POST') {
    ({ size } = JSON.parse(init.body as string) as { size: number });
    return json(201, { id: 7, received: 0, complete: false });
  }
  const received = Number(/-(\d+)\//.exec(range ?? '')?.[1]) + 1;
  const complete = received === size;
  return json(200, { id: 7, received, complete, file: complete ? { id: 7, name: 'a', size, type: 'x/y' } : undefined });
}

const fileOf = (bytes: number) => new File([new Uint8Array(bytes)], 'a');
const only = () => uploads.getState().items[0];
const becomes = (state: string) => vi.waitFor(() => expect(only()?.state).toBe(state));

test('a file is uploaded in parts, in order, and taken by the next message', async () => {
  upload(1, fileOf(2_500_000));
  await becomes('complete');
  expect(calls.map(({ range }) => range)).toEqual([
    undefined,
    'bytes 0-1048575/2500000',
    'bytes 1048576-2097151/2500000',
    'bytes 2097152-2499999/2500000',
  ]);
  expect(takeFiles(2)).toBeUndefined();
  expect(takeFiles(1)).toEqual([{ id: 7, name: 'a', size: 2_500_000, type: 'x/y' }]);
  expect(uploads.getState().items).toEqual([]);
});

test('a part whose answer was lost is sent again', async () => {
  answers = [undefined, json(503, { code: 'unavailable' }), json(502, {})];
  upload(1, fileOf(10));
  await becomes('complete');
  expect(calls.map(({ range }) => range)).toEqual([undefined, ...Array<string>(3).fill('bytes 0-9/10')]);
});

test('a file whose user signs out is no longer uploaded, and no other file waits for it', async () => {
  answers = [undefined, json(503, { code: 'unavailable' })];
  const waits: (() => void)[] = [];
  network.wait = (_, signal) =>
    new Promise((resolve) => {
      waits.push(resolve);
      signal.addEventListener('abort', () => resolve());
    });
  upload(1, fileOf(10));
  await vi.waitFor(() => expect(waits).toHaveLength(1));
  forgetFiles();
  upload(2, fileOf(20));
  await becomes('complete');
  expect(calls.map(({ range }) => range)).toEqual([undefined, 'bytes 0-9/10', undefined, 'bytes 0-19/20']);
});

test('what is refused fails with its reason, and can be tried again', async () => {
  answers = [undefined, json(403, { code: 'forbidden' })];
  upload(1, fileOf(10));
  await becomes('failed');
  expect(only()?.failure?.status).toBe(403);
  retryUpload(only()?.key ?? 0);
  await becomes('complete');
});

test('a file that is removed is removed from the server, too', async () => {
  upload(1, fileOf(10));
  await becomes('complete');
  removeUpload(only()?.key ?? 0);
  expect(uploads.getState().items).toEqual([]);
  expect(calls.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/files/7' });
});

test('what is dropped goes to the composer that is shown, and at most ten files', async () => {
  expect(attachHere([fileOf(1)])).toBe(false);
  const leave = receiveFiles(3);
  expect(attachHere(Array.from({ length: 12 }, () => fileOf(1)))).toBe(true);
  await vi.waitFor(() => expect(uploads.getState().items).toHaveLength(10));
  expect(uploads.getState().tooMany).toBe(true);
  leave();
  expect(uploads.getState().target).toBeUndefined();
});
