import { expect, test } from 'vitest';
import { newCid } from './cid';

test('a cid is a UUIDv7 of the given time', () => {
  const cid = newCid(0x0123456789ab, (bytes) => bytes.fill(0xff));
  expect(cid).toBe('01234567-89ab-7fff-bfff-ffffffffffff');
});

test('two cids of one millisecond differ', () => {
  expect(newCid(1)).not.toBe(newCid(1));
});
