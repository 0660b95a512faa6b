import type { Cid } from './resources';

/** A UUIDv7 (RFC 9562) of the given time: 48 bits of milliseconds, then random bits. */
export function newCid(nowMs: number, random: (bytes: Uint8Array<ArrayBuffer>) => void = fillRandom): Cid {
  const bytes = new Uint8Array(16);
  random(bytes);
  const time = Math.floor(nowMs);
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(time / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Unlike crypto.randomUUID, this is also available on plain http. */
function fillRandom(bytes: Uint8Array<ArrayBuffer>) {
  crypto.getRandomValues(bytes);
}
