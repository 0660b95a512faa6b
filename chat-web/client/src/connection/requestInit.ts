const TIMEOUT_MS = 15_000;

/** How each request is sent. */
export function requestInit(method: string, body?: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

/** The header by which a page names itself. */
export const clientHeader = (client: string | undefined): Record<string, string> =>
  client ? { 'Parley-Client': client } : {};
