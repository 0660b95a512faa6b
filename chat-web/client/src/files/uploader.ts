import * as v from 'valibot';
import type { Fetch } from '../connection/http';
import { ApiError, request } from '../connection/http';
import { retryDelay } from '../connection/backoff';
import { ownAddress } from '../device/installation';
import type { ConversationId } from '../protocol/resources';
import { file } from '../protocol/resources';
import { read } from '../protocol/schema';
import type { Upload } from './uploads';
import { uploads } from './uploads';

/** Small enough to show progress, and to arrive within the time limit over a slow connection. */
const PART_BYTES = 1_048_576;
const PART_TIMEOUT_MS = 120_000;
const MAX_FAILURES = 6;

const state = v.object({ id: v.number(), received: v.number(), complete: v.boolean(), file: v.optional(file) });
type State = v.InferOutput<typeof state>;

interface Source {
  file: File;
  abort: AbortController;
  /** Of the file on the server, once it is known there. */
  id?: number;
  /** Whether the server will not take this upload: it has to begin as a new file. */
  refused?: boolean;
}

const sources = new Map<number, Source>();
let keys = 0;
let running: Promise<void> = Promise.resolve();

/** Replaced in tests. */
export const network: { fetch: Fetch; wait: (ms: number, signal: AbortSignal) => Promise<void> } = {
  fetch: (input, init) => window.fetch(ownAddress(input), init),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};

// What is no longer listed, because it was sent or removed, or because its user signed out, ends at once: others wait for it.
uploads.subscribe(({ items }) => {
  for (const [key, { abort }] of sources) {
    if (items.some((item) => item.key === key)) continue;
    sources.delete(key);
    abort.abort();
  }
});

/** One file is uploaded at a time, in the order in which they were attached. */
export function upload(conv: ConversationId, file: File) {
  const key = ++keys;
  const item: Upload = { key, conv, name: file.name, size: file.size, received: 0, state: 'uploading' };
  uploads.setState(({ items }) => ({ items: [...items, item] }));
  sources.set(key, { file, abort: new AbortController() });
  enqueue(key);
}

/** Goes on with an upload that failed, or begins it anew if the server refused it. */
export function retryUpload(key: number) {
  const source = sources.get(key);
  if (!source) return;
  change(key, { state: 'uploading', failure: undefined, ...(source.refused && { received: 0 }) });
  enqueue(key);
}

/** Also removes a complete file. */
export function removeUpload(key: number) {
  const source = sources.get(key);
  uploads.setState(({ items }) => ({ items: items.filter((item) => item.key !== key), tooMany: false }));
  if (source?.id !== undefined) void discard(source.id);
}

async function discard(id: number) {
  try {
    await request(network.fetch, 'DELETE', `/api/files/${id}`);
  } catch (error) {
    console.info('The server removes the file later, because it is not sent.', error);
  }
}

function enqueue(key: number) {
  running = running.then(() => run(key));
}

async function run(key: number) {
  const source = sources.get(key);
  if (!source) return;
  try {
    let now = await repeated(source, () => begin(source));
    const { id } = now;
    source.id = id;
    for (;;) {
      const { received } = now;
      change(key, { received });
      if (now.complete) return change(key, { state: 'complete', file: now.file, size: now.file?.size ?? received });
      now = await repeated(source, () => sendPart(source, id, received));
    }
  } catch (error) {
    if (source.abort.signal.aborted) return;
    const failure = error instanceof ApiError ? error : new ApiError(0, 'unreachable');
    source.refused = isFinal(failure);
    change(key, { state: 'failed', failure });
  }
}

/** Whether the upload will not succeed later, as it is: its type or size, or a part in the wrong place. */
function isFinal({ status, transient }: ApiError) {
  // Signed out, or too slow.
  return !transient && status !== 401 && status !== 408;
}

/** Repeats what can succeed later; a part whose answer was lost is not taken twice. */
async function repeated(source: Source, call: () => Promise<State>): Promise<State> {
  const { signal } = source.abort;
  for (let failures = 0; ; failures++) {
    try {
      signal.throwIfAborted();
      return await call();
    } catch (error) {
      const repeats = error instanceof ApiError && error.transient && failures < MAX_FAILURES;
      if (!repeats || signal.aborted) throw error;
      await network.wait(error.retryAfterMs ?? retryDelay(failures, Math.random), signal);
    }
  }
}

/** Begins an upload, or asks how far it is. */
async function begin(source: Source): Promise<State> {
  const { name, size } = source.file;
  if (source.refused && source.id !== undefined) await discard(source.id);
  const begun = source.refused ? undefined : await stateOf(source.id);
  return begun ?? required(await request(network.fetch, 'POST', '/api/files', { name, size }));
}

/** The state of an upload; undefined if it has not begun, or is no longer on the server. */
async function stateOf(id: number | undefined): Promise<State | undefined> {
  if (id === undefined) return undefined;
  try {
    return required(await request(network.fetch, 'GET', `/api/files/${id}/upload`));
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}

async function sendPart({ file, abort }: Source, id: number, from: number) {
  const to = Math.min(from + PART_BYTES, file.size);
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Content-Range': `bytes ${from}-${to - 1}/${file.size}`,
  };
  const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(PART_TIMEOUT_MS)]);
  const withPart: Fetch = (input, init) => network.fetch(input, { ...init, signal, body: file.slice(from, to) });
  return required(await request(withPart, 'PUT', `/api/files/${id}/content`, undefined, headers));
}

function required(answer: unknown): State {
  const given = read(state, answer);
  if (!given) throw new ApiError(0, 'unreachable');
  return given;
}

function change(key: number, changed: Partial<Upload>) {
  uploads.setState(({ items }) => ({
    items: items.map((item) => (item.key === key ? { ...item, ...changed } : item)),
  }));
}
