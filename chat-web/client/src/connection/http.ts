import { problem } from '../protocol/resources';
import { read } from '../protocol/schema';
import type { FieldError } from '../protocol/resources';
import { requestInit } from './requestInit';

/** A failed request. `code` is the error code of the server, or `unreachable` if there was no usable response. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly fields: FieldError[] = [],
    readonly retryAfterMs?: number,
  ) {
    super(`${status} ${code}`);
  }

  /** Whether the same request can succeed later. */
  get transient() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

export async function request(
  fetch: Fetch,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const response = await send(fetch, method, path, body, headers);
  if (!response.ok) throw await errorOf(response);
  return response.status === 204 ? undefined : await json(response);
}

async function send(fetch: Fetch, method: string, path: string, body: unknown, headers: Record<string, string>) {
  try {
    return await fetch(path, requestInit(method, body, headers));
  } catch {
    throw new ApiError(0, 'unreachable');
  }
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new ApiError(0, 'unreachable');
  }
}

async function errorOf(response: Response): Promise<ApiError> {
  const raw: unknown = await response.json().catch(() => undefined);
  const { code = `http_${response.status}`, fields = [] } = read(problem, raw) ?? {};
  return new ApiError(response.status, code, fields, retryAfterMs(response.headers.get('Retry-After')));
}

/** The header contains seconds or a date. */
function retryAfterMs(header: string | null) {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
