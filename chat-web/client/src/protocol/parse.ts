import type { ErrFrame, Limits, OkFrame, Presence, ServerFrame, UpdFrame, WelcomeFrame } from './frames';
import type { Raw } from './readers';
import { each, flag, isRaw, number, readConversation, readMessage, readUser, text } from './readers';

/** One text frame as the page understands it; undefined for what it does not know. */
export function parseFrame(data: unknown): ServerFrame | undefined {
  const raw = json(data);
  if (!isRaw(raw) || typeof raw.t !== 'string') return undefined;
  return Object.hasOwn(parsers, raw.t) ? parsers[raw.t]?.(raw) : undefined;
}

function json(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}

const parsers: Record<string, ((raw: Raw) => ServerFrame | undefined) | undefined> = {
  welcome,
  msg,
  upd,
  ok: (raw): OkFrame => ({
    t: 'ok',
    id: answered(raw.id),
    cid: text(raw.cid),
    conv: number(raw.conv),
    pos: number(raw.pos),
    prev: number(raw.prev),
    ts: text(raw.ts),
    dup: flag(raw.dup),
  }),
  err: (raw): ErrFrame => ({
    t: 'err',
    id: answered(raw.id),
    code: text(raw.code) ?? 'bad_frame',
    message: text(raw.message) ?? '',
    retry: raw.retry === true,
    retryAfterMs: number(raw.retryAfterMs),
    serverTime: text(raw.serverTime),
  }),
  receipt: (raw) => {
    const [conv, user, read] = [number(raw.conv), number(raw.user), number(raw.read)];
    if (conv === undefined || user === undefined || read === undefined) return undefined;
    return { t: 'receipt', conv, user, read };
  },
  typing: (raw) => {
    const [conv, user] = [number(raw.conv), number(raw.user)];
    return conv === undefined || user === undefined ? undefined : { t: 'typing', conv, user };
  },
  presence: (raw) => ({ t: 'presence', users: each(raw.users, presence) }),
  conv,
  store: (raw) =>
    raw.state === 'ok' || raw.state === 'behind' || raw.state === 'down'
      ? { t: 'store', state: raw.state, seconds: number(raw.seconds) }
      : undefined,
  bye: (raw) => ({ t: 'bye', reason: text(raw.reason) ?? '', reconnectAfterMs: number(raw.reconnectAfterMs) }),
  pong: () => ({ t: 'pong' }),
};

const answered = (id: unknown) => number(id) ?? text(id);

function welcome(raw: Raw): WelcomeFrame | undefined {
  const user = readUser(raw.user);
  const serverTime = text(raw.serverTime);
  if (!user || !serverTime) return undefined;
  const recovered = isRaw(raw.recovered) ? raw.recovered : {};
  return {
    t: 'welcome',
    user,
    serverTime,
    limits: limits(isRaw(raw.limits) ? raw.limits : {}),
    recovered: Object.fromEntries(Object.entries(recovered).map(([conv, whole]) => [conv, whole === true])),
  };
}

function limits(raw: Raw): Limits {
  return {
    body: number(raw.body) ?? defaultLimits.body,
    frameBytes: number(raw.frameBytes) ?? defaultLimits.frameBytes,
    sendsPerSecond: number(raw.sendsPerSecond) ?? defaultLimits.sendsPerSecond,
    sendsBurst: number(raw.sendsBurst) ?? defaultLimits.sendsBurst,
  };
}

/** What holds until a `welcome` has told the server's own. */
export const defaultLimits: Limits = { body: 4_000, frameBytes: 65_536, sendsPerSecond: 50, sendsBurst: 500 };

function msg(raw: Raw): ServerFrame | undefined {
  const message = readMessage(raw);
  return message && { t: 'msg', message, prev: number(raw.prev) };
}

function upd(raw: Raw): UpdFrame | undefined {
  const [conv, pos, at, by] = [number(raw.conv), number(raw.pos), number(raw.at), number(raw.by)];
  const ts = text(raw.ts);
  const { kind } = raw;
  if (conv === undefined || pos === undefined || at === undefined || by === undefined || !ts) return undefined;
  if (kind !== 'edited' && kind !== 'revoked' && kind !== 'reaction') return undefined;
  const change = { body: text(raw.body), emoji: text(raw.emoji), on: flag(raw.on) };
  return { t: 'upd', conv, pos, at, prev: number(raw.prev), kind, by, ts, ...change };
}

function presence(raw: unknown): Presence | undefined {
  if (!isRaw(raw)) return undefined;
  const id = number(raw.id);
  return id === undefined ? undefined : { id, online: raw.online === true, lastSeen: text(raw.lastSeen) };
}

/** The conversation stands in a field of its own, or is the frame itself. */
function conv(raw: Raw): ServerFrame | undefined {
  const whole = isRaw(raw.conversation) ? raw.conversation : raw;
  const conversation = readConversation(whole);
  if (!conversation) return undefined;
  return whole.gone === true || raw.gone === true ? { t: 'conv', gone: conversation.id } : { t: 'conv', conversation };
}
