// Fills an installation of the version before with a little of everything; writes what the server shows.
import { writeFileSync } from 'node:fs';
const base = process.argv[2], out = process.argv[3], password = 'kept since 2026';
const ws = base.replace('http', 'ws') + '/ws';
let n = 0;
const cid = () => {
  const t = Date.now().toString(16).padStart(12, '0'), c = (n++).toString(16).padStart(12, '0');
  return `${t.slice(0, 8)}-${t.slice(8)}-7000-8000-${c}`;
};
const call = async (token, method, path, body) => {
  const r = await fetch(base + path, { method, headers: { ...(token && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }) }, body: body && JSON.stringify(body) });
  const text = await r.text();
  if (!r.ok) throw new Error(`${method} ${path}: ${r.status} ${text}`);
  return text && JSON.parse(text);
};
const join = async (username, displayName) => {
  const user = await call(null, 'POST', '/api/users', { username, password, displayName });
  const { token } = await call(null, 'POST', '/api/session', { username, password });
  const socket = new WebSocket(ws, { headers: { authorization: `Bearer ${token}` } });
  const waiting = new Map();
  socket.addEventListener('message', e => { const f = JSON.parse(e.data); if (f.id && waiting.has(f.id)) { waiting.get(f.id)(f); waiting.delete(f.id); } });
  await new Promise((ok, no) => { socket.addEventListener('open', ok); socket.addEventListener('error', no); });
  const ask = frame => new Promise(ok => { const id = String(n++); waiting.set(id, ok); socket.send(JSON.stringify({ id, ...frame })); });
  const must = async frame => { const a = await ask(frame); if (a.t === 'err') throw new Error(JSON.stringify([frame, a])); return a; };
  await must({ t: 'hello' });
  return { ...user, token, must, socket };
};
const ada = await join('adele', 'Ada Lovelace'), ben = await join('bjorn', 'Björn Ünal'), cy = await join('chihiro', '宮崎 千尋'), dora = await join('dvora', 'דורה');
const direct = await call(ada.token, 'PUT', `/api/conversations/direct/${ben.id}`);
const group = await call(ada.token, 'POST', '/api/conversations', { title: 'Länge leve gruppen', members: [ben.id, cy.id] });
await call(ada.token, 'POST', '/api/conversations', { title: 'Nothing said yet', members: [ben.id] });
const acknowledged = [];
const send = async (who, conv, body, replyTo) => {
  const c = cid(), ok = await who.must({ t: 'send', cid: c, conv: conv.id, body, ...(replyTo && { replyTo }) });
  acknowledged.push({ conversation: conv.id, sender: who.username, cid: c, pos: ok.pos, body });
  return ok.pos;
};
const change = (who, frame) => who.must({ cid: cid(), ...frame });
const d = [], g = [];
for (let i = 0; i < 120; i++) d.push(await send(i % 3 ? ada : ben, direct, `direct ${i} 👩‍👩‍👧‍👦 می‌خواهم`, i % 10 === 9 ? d[i - 5] : undefined));
for (let i = 0; i < 60; i++) g.push(await send([ada, ben, cy][i % 3], group, `group ${i}\nsecond line`));
for (const i of [3, 30, 60, 90, 119]) await change(i % 3 ? ada : ben, { t: 'edit', conv: direct.id, pos: d[i], body: `direct ${i}, edited` });
await change(ben, { t: 'edit', conv: direct.id, pos: d[3], body: 'direct 3, edited twice' });
for (const i of [6, 31, 118]) await change(i % 3 ? ada : ben, { t: 'revoke', conv: direct.id, pos: d[i] });
await change(ada, { t: 'edit', conv: direct.id, pos: d[40], body: 'edited, then revoked' });
await change(ada, { t: 'revoke', conv: direct.id, pos: d[40] });
for (const [who, i, emoji] of [[ada, 2, '👍'], [ben, 2, '👍'], [ben, 2, '❤️'], [ben, 5, '🎉'], [ada, 119, '😀']]) await change(who, { t: 'react', conv: direct.id, pos: d[i], emoji, on: true });
await change(ben, { t: 'react', conv: direct.id, pos: d[5], emoji: '🎉', on: false });
await call(ada.token, 'DELETE', `/api/conversations/${group.id}/members/${cy.id}`);
await call(ada.token, 'PUT', `/api/conversations/${group.id}/members/${dora.id}`);
await call(ada.token, 'PATCH', `/api/conversations/${group.id}`, { title: 'Renamed — גם' });
for (let i = 60; i < 80; i++) g.push(await send([ada, ben, dora][i % 3], group, `group ${i}`));
await ben.must({ t: 'read', conv: group.id, pos: g[70] });
await ada.must({ t: 'read', conv: direct.id, pos: d[119] });
await new Promise(ok => setTimeout(ok, 8000)); // the persister stores all of it
const pages = async (who, conv) => {
  const items = [];
  for (let before; ;) {
    const page = await call(who.token, 'GET', `/api/conversations/${conv.id}/messages?limit=200${before ? `&before=${before}` : ''}`);
    items.unshift(...page.items);
    if (!page.next) return items;
    before = page.next;
  }
};
const shown = {};
for (const who of [ada, ben, dora]) {
  const list = (await call(who.token, 'GET', '/api/conversations')).items;
  shown[who.username] = { conversations: list, messages: Object.fromEntries(await Promise.all(list.map(async c => [c.id, await pages(who, c)]))) };
}
const stored = acknowledged.length;
// The process is killed right after these: part of them is in the log only.
for (let i = 0; i < 40; i++) await send(ada, i % 2 ? direct : group, `last ${i}`);
await change(ada, { t: 'revoke', conv: group.id, pos: g[0] });
writeFileSync(out, JSON.stringify({ password, users: [ada, ben, cy, dora].map(({ id, username, displayName }) => ({ id, username, displayName })), direct: direct.id, group: group.id, stored, acknowledged, shown, revokedAtLast: { conversation: group.id, pos: g[0] } }));
process.kill(Number(process.argv[4]), 'SIGKILL');
process.exit(0);
