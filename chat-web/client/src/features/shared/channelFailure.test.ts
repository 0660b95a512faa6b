import { expect, test } from 'vitest';
import { ApiError } from '../../state/chatState';
import { channelFailure } from './channelFailure';

const error = (status: number, code: string, fields: string[] = [], retryAfterMs?: number) =>
  new ApiError(
    status,
    code,
    fields.map((field) => ({ field, message: '' })),
    retryAfterMs,
  );

test('while the database is down, says so and what still works', () => {
  expect(channelFailure(error(503, 'unavailable', [], 2_000), 'change', { databaseDown: true })).toBe(
    'The database is unavailable: channels can’t be listed or changed now. ' +
      'You can still read and write messages. Please try again in 2 seconds.',
  );
  expect(channelFailure(error(503, 'unavailable'), 'load')).toContain('A part of Parley is unavailable');
});

test('a channel may have been created although the answer is missing', () => {
  expect(channelFailure(error(503, 'unavailable'), 'create')).toContain('may have been created');
  expect(channelFailure(error(503, 'unavailable'), 'change')).not.toContain('may have been created');
});

test('a conflict has the reason of the call', () => {
  const conflict = error(409, 'conflict');
  expect(channelFailure(conflict, 'leave')).toContain('needs an owner');
  expect(channelFailure(conflict, 'role')).toContain('needs an owner');
  expect(channelFailure(conflict, 'add')).toContain('full');
  expect(channelFailure(conflict, 'add', { archived: true })).toContain('archived');
  expect(channelFailure(conflict, 'change')).toContain('archived');
});

test('a field that the server refuses is named', () => {
  expect(channelFailure(error(400, 'bad_request', ['topic']), 'change')).toContain('250 characters');
  expect(channelFailure(error(400, 'bad_request', ['title']), 'create')).toContain('100 characters');
});

test('a refusal is in the words of the call', () => {
  expect(channelFailure(error(403, 'forbidden'), 'add')).toContain('add this person');
  expect(channelFailure(error(403, 'forbidden'), 'change')).toContain('Your role');
  expect(channelFailure(error(404, 'not_found'), 'join')).toContain('no longer public');
  expect(channelFailure(error(0, 'unreachable'), 'join')).toContain('Can’t reach Parley');
});
