import { expect, test } from 'vitest';
import { parseFrame } from './frames';

const parse = (frame: unknown) => parseFrame(JSON.stringify(frame));

test('unknown types, invalid JSON and frames without a required field are ignored', () => {
  expect(parseFrame('{')).toBeUndefined();
  expect(parseFrame(new ArrayBuffer(1))).toBeUndefined();
  expect(parse({ t: 'unknown' })).toBeUndefined();
  expect(parse({ t: 'toString' })).toBeUndefined();
  expect(parse({ t: 'msg', conv: 7 })).toBeUndefined();
  expect(parse({ t: 'upd', conv: 7, pos: 1, at: 2, by: 1, ts: 'x', kind: 'moved' })).toBeUndefined();
});

test('unknown fields are ignored', () => {
  const frame = parse({ t: 'receipt', conv: 7, user: 2, read: 5, colour: 'red' });
  expect(frame).toEqual({ t: 'receipt', conv: 7, user: 2, read: 5 });
});

test('a member has names only if the server knows them', () => {
  const members = [
    { user: 1, role: 'owner', read: 3 },
    { user: 3, username: 'lin', displayName: 'Lin', role: 'member', read: 0 },
    { role: 'member' },
  ];
  const frame = parse({ t: 'conv', conversation: { id: 7, kind: 'direct', members, unread: 0 } });
  expect(frame).toMatchObject({
    conversation: {
      members: [
        { user: 1, read: 3 },
        { user: 3, displayName: 'Lin' },
      ],
    },
  });
});

test('an optional field of the wrong type counts as absent', () => {
  const frame = parse({ t: 'msg', conv: 7, pos: 9, ts: 'x', from: 'ada', body: 5, reactions: 'none', prev: 1.5 });
  expect(frame).toEqual({ t: 'msg', message: { conv: 7, pos: 9, ts: 'x' } });
});

test('a removed conversation has `gone` at the top level or in `conversation`', () => {
  expect(parse({ t: 'conv', id: 7, gone: true })).toEqual({ t: 'conv', gone: 7 });
  expect(parse({ t: 'conv', conversation: { id: 7, gone: true } })).toEqual({ t: 'conv', gone: 7 });
});

test('a change of membership needs no body and no sender', () => {
  const frame = parse({ t: 'msg', conv: 7, pos: 9, ts: '2026-01-01T00:00:00Z', kind: 'member', user: 3, gone: true });
  expect(frame).toMatchObject({ message: { kind: 'member', user: 3, gone: true } });
});

test('a replayed message has later changes folded in', () => {
  const place = { t: 'msg', conv: 7, pos: 9, prev: 8, ts: '2026-01-01T00:00:00Z', from: 2, cid: 'c' };
  expect(parse({ ...place, at: 12, revoked: true })).toMatchObject({
    prev: 8,
    message: { pos: 9, at: 12, revoked: true },
  });
  const reactions = [{ emoji: '👍', users: [1, 2] }];
  expect(parse({ ...place, at: 12, editedAt: '2026-01-02T00:00:00Z', body: 'new', reactions })).toMatchObject({
    message: { at: 12, editedAt: '2026-01-02T00:00:00Z', body: 'new', reactions },
  });
});

test('a welcome without a version has version 1', () => {
  const welcome = { t: 'welcome', user: { id: 1, username: 'ada' }, serverTime: '2026-01-01T00:00:00Z' };
  expect(parse(welcome)).toMatchObject({ version: 1 });
  expect(parse({ ...welcome, version: 2 })).toMatchObject({ version: 2 });
});

test('missing limits have their defaults', () => {
  const user = { id: 1, username: 'ada' };
  const frame = parse({ t: 'welcome', user, serverTime: '2026-01-01T00:00:00Z', limits: { body: 10 } });
  expect(frame).toMatchObject({
    limits: { body: 10, sendsPerSecond: 50 },
    recovered: {},
    user: { displayName: 'ada' },
  });
});

test.each([
  ['❤', '❤\uFE0F'],
  ['☺', '☺\uFE0F'],
  ['✌', '✌\uFE0F'],
  ['1\u20E3', '1\uFE0F\u20E3'],
  ['🤷\u200D♀', '🤷\u200D♀\uFE0F'],
  ['🕵\u200D♀', '🕵\uFE0F\u200D♀\uFE0F'],
  ['❤\uFE0F', '❤\uFE0F'],
  ['👍', '👍'],
  ['+1', '+1'],
])('the emoji %s is read as %s', (emoji, qualified) => {
  const msg = { t: 'msg', conv: 7, pos: 9, ts: 'x', reactions: [{ emoji, users: [1] }] };
  expect(parse(msg)).toMatchObject({ message: { reactions: [{ emoji: qualified, users: [1] }] } });
  const upd = { t: 'upd', conv: 7, pos: 9, at: 10, by: 1, ts: 'x', kind: 'reaction', emoji, on: true };
  expect(parse(upd)).toMatchObject({ emoji: qualified, on: true });
});
