import { expect, test } from 'vitest';
import type { ApiError } from './http';
import { request } from './http';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers }));

const failure = (response: Promise<Response>) =>
  request(() => response, 'GET', '/api/session').catch((error: unknown) => error as ApiError) as Promise<ApiError>;

test('an error has the code, fields and delay of the problem response', async () => {
  const fields = [{ field: 'username', message: 'too short' }];
  const error = await failure(answer(429, { code: 'rate_limited', fields }, { 'Retry-After': '30' }));
  expect(error).toMatchObject({ status: 429, code: 'rate_limited', fields, retryAfterMs: 30_000, transient: true });
});

test('an error without a readable body has its status as code', async () => {
  expect(await failure(answer(502, '<html>'))).toMatchObject({ status: 502, code: 'http_502' });
});

test('a failed request is unreachable', async () => {
  expect(await failure(Promise.reject(new TypeError('network')))).toMatchObject({ status: 0, code: 'unreachable' });
});

test('a response without content is undefined', async () => {
  const nothing = () => Promise.resolve(new Response(null, { status: 204 }));
  expect(await request(nothing, 'DELETE', '/api/session')).toBeUndefined();
});
