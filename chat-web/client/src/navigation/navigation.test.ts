// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { Navigation } from './navigation';
import { hrefOf, parseRoute } from './route';

/** jsdom reports changes of the hash asynchronously, which must not reach the next test. */
afterEach(async () => {
  if (location.hash === '') return;
  await new Promise((resolve) => {
    window.addEventListener('hashchange', resolve, { once: true });
    location.hash = '';
  });
});

async function arrives(navigation: Navigation, number: number) {
  await vi.waitFor(() => expect(navigation.current().number).toBe(number));
}

test('every route has a URL that leads to it', () => {
  const routes = [
    { view: 'home' },
    { view: 'conversation', conv: 12 },
    { view: 'conversation', conv: 12, pos: 345 },
    { view: 'conversation', conv: 12, date: '2026-03-01' },
    { view: 'mentions' },
    { view: 'drafts' },
    { view: 'channels' },
    { view: 'operator' },
  ] as const;
  for (const route of routes) expect(parseRoute(hrefOf(route))).toEqual(route);
  expect(parseRoute('#/c/12/m/345')).toEqual({ view: 'conversation', conv: 12, pos: 345 });
});

test('an unknown URL is the home route', () => {
  for (const hash of ['', '#', '#/c/', '#/c/x', '#/c/1/2', '#/c/1/m/', '#/nothing'])
    expect(parseRoute(hash)).toEqual({ view: 'home' });
});

test('the same route can be visited again', async () => {
  const navigation = new Navigation(window);
  navigation.go({ view: 'conversation', conv: 12, pos: 3 });
  await arrives(navigation, 1);
  navigation.go({ view: 'conversation', conv: 12, pos: 3 });
  expect(navigation.current()).toEqual({ route: { view: 'conversation', conv: 12, pos: 3 }, number: 2 });
});

test('closing goes back if the home route was before', async () => {
  const navigation = new Navigation(window);
  navigation.go({ view: 'conversation', conv: 12 });
  await arrives(navigation, 1);
  const back = vi.spyOn(history, 'back').mockImplementation(() => undefined);
  navigation.close();
  expect(back).toHaveBeenCalledOnce();
  back.mockRestore();
});

test('closing replaces a conversation that was not opened from the home route', async () => {
  await new Promise((resolve) => {
    window.addEventListener('hashchange', resolve, { once: true });
    location.hash = '#/c/12';
  });
  const navigation = new Navigation(window);
  const listener = vi.fn();
  navigation.subscribe(listener);
  navigation.close();
  expect(location.hash).toBe('#/');
  expect(navigation.current().route).toEqual({ view: 'home' });
  expect(listener).toHaveBeenCalledOnce();
});
