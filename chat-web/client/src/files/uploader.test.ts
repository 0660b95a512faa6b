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

const fails = (count: number) => Array.from({ length: count }, () => json(503, { code: 'unavailable' }));
const made = () => calls.map(({ method, path, range }) => [method, path, range].filter(Boolean).join(' '));
const again = () => retryUpload(only()?.key ?? 0);

test('an upload that is tried again goes on where the server is', async () => {
  answers = [undefined, undefined, ...fails(7)];
  upload(1, fileOf(2_500_000));
  await becomes('failed');
  expect(only()?.failure?.status).toBe(503);
  calls.length = 0;
  // The second part had arrived: only its answer was lost.
  answers = [json(200, { id: 7, received: 2_097_152, complete: false })];
  again();
  expect(only()).toMatchObject({ state: 'uploading', received: 1_048_576, failure: undefined });
  await becomes('complete');
  expect(made()).toEqual(['GET /api/files/7/upload', 'PUT /api/files/7/content bytes 2097152-2499999/2500000']);
});

test('an upload whose last answer was lost is complete when it is tried again', async () => {
  answers = [undefined, ...fails(7)];
  upload(1, fileOf(10));
  await becomes('failed');
  calls.length = 0;
  const file = { id: 7, name: 'a', size: 8, type: 'x/y' };
  answers = [json(200, { id: 7, received: 10, complete: true, file })];
  again();
  await becomes('complete');
  expect(made()).toEqual(['GET /api/files/7/upload']);
  expect(only()?.size).toBe(8);
});

test('an upload that could not begin begins when it is tried again', async () => {
  answers = fails(7);
  upload(1, fileOf(10));
  await becomes('failed');
  calls.length = 0;
  again();
  await becomes('complete');
  expect(made()).toEqual(['POST /api/files', 'PUT /api/files/7/content bytes 0-9/10']);
});

test('an upload that is no longer on the server starts from the beginning when it is tried again', async () => {
  answers = [undefined, ...fails(7)];
  upload(1, fileOf(10));
  await becomes('failed');
  calls.length = 0;
  answers = [json(404, { code: 'not_found' })];
  again();
  await becomes('complete');
  expect(made()).toEqual(['GET /api/files/7/upload', 'POST /api/files', 'PUT /api/files/7/content bytes 0-9/10']);
});

test('what is refused fails with its reason, and is a new file when it is tried again', async () => {
  answers = [undefined, json(403, { code: 'forbidden' })];
  upload(1, fileOf(10));
  await becomes('failed');
  expect(only()?.failure?.status).toBe(403);
  calls.length = 0;
  // The server has removed it already.
  answers = [json(404, { code: 'not_found' })];
  again();
  expect(only()).toMatchObject({ state: 'uploading', received: 0, failure: undefined });
  await becomes('complete');
  expect(made()).toEqual(['DELETE /api/files/7', 'POST /api/files', 'PUT /api/files/7/content bytes 0-9/10']);
});

test('an upload that failed is removed from the server with its file', async () => {
  answers = [undefined, ...fails(7)];
  upload(1, fileOf(10));
  await becomes('failed');
  answers = fails(7);
  again();
  await becomes('failed');
  removeUpload(only()?.key ?? 0);
  expect(made().at(-1)).toBe('DELETE /api/files/7');
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
  // The part that uploads is loaded first.
  await vi.waitFor(() => expect(uploads.getState().items).toHaveLength(10), 30_000);
  expect(uploads.getState().tooMany).toBe(true);
  leave();
  expect(uploads.getState().target).toBeUndefined();
});
