// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeStorage } from '../testing/fakeStorage';
import { basePath, ownName, socketUrl } from './installation';
import { localStore, ownLocks, tabStore, watchLocalStore } from './ownStorage';

/** The page of another installation on the same host, which shares the storage. */
function visit(path: string) {
  vi.spyOn(document, 'baseURI', 'get').mockReturnValue(`https://host.example${path}`);
}

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

test('the base path is the folder of the page', () => {
  for (const [page, path] of [
    ['/', '/'],
    ['/index.html#/c/1', '/'],
    ['/chat/', '/chat/'],
    ['/tools/chat/index.html?x#/c/1', '/tools/chat/'],
  ] as const) {
    visit(page);
    expect(basePath()).toBe(path);
  }
});

test('the socket is next to the page', () => {
  visit('/chat/#/c/1');
  expect(socketUrl().href).toBe('wss://host.example/chat/ws');
  vi.spyOn(document, 'baseURI', 'get').mockReturnValue('http://localhost:9080/');
  expect(socketUrl().href).toBe('ws://localhost:9080/ws');
});

test('installations do not see the values of each other', () => {
  localStore().setItem('parley.theme', 'light');
  visit('/a/');
  localStore().setItem('parley.theme', 'dark');
  localStore().setItem('parley.sidebar', '300');
  expect([localStore().length, localStore().key(0), localStore().key(2)]).toEqual([2, 'parley.theme', null]);
  visit('/b/');
  expect(localStore().getItem('parley.theme')).toBeNull();
  localStore().setItem('parley.theme', 'contrast');
  localStore().clear();
  expect(localStore().length).toBe(0);
  visit('/a/');
  expect(localStore().getItem('parley.theme')).toBe('dark');
  localStore().removeItem('parley.theme');
  expect(localStore().length).toBe(1);
  visit('/');
  expect(localStore().getItem('parley.theme')).toBe('light');
  expect(tabStore()).toBe(sessionStorage);
});

test('only changes of this installation are reported', () => {
  visit('/a/');
  const changed = vi.fn();
  const stop = watchLocalStore(changed);
  const change = (key: string | null, storageArea: Storage = localStorage) =>
    window.dispatchEvent(new StorageEvent('storage', { key, storageArea }));
  change('parley.outbox.1.x');
  change('/b/parley.outbox.1.x');
  change(null);
  change('/a/parley.draft', sessionStorage);
  change('/a/parley.outbox.1.y');
  expect(changed.mock.calls).toEqual([['parley.outbox.1.y']]);
  stop();
  change('/a/parley.outbox.1.z');
  expect(changed).toHaveBeenCalledOnce();
});

test('locks and names contain the path', async () => {
  const requested: string[] = [];
  const locks = {
    request: (name: string, _: LockOptions, granted: () => unknown) => (requested.push(name), granted()),
  };
  vi.stubGlobal('navigator', { locks });
  visit('/a/');
  await ownLocks()?.request('tab', {}, () => undefined);
  expect(requested).toEqual(['/a/tab']);
  expect(ownName('tab')).toBe('/a/tab');
  visit('/');
  expect(ownLocks()).toBe(locks);
  expect(ownName('tab')).toBe('tab');
  vi.stubGlobal('navigator', {});
  expect(ownLocks()).toBeUndefined();
  vi.unstubAllGlobals();
});

test('a full storage is reported like that of the browser', () => {
  visit('/a/');
  const full = new FakeStorage();
  vi.spyOn(full, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  vi.stubGlobal('localStorage', full);
  expect(() => localStore().setItem('parley.theme', 'dark')).toThrow('full');
  vi.unstubAllGlobals();
});
