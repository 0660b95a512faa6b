// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Cursor } from '../../protocol/resources';
import { down } from '../../testing/chatFixture';
import type { Pages } from './usePages';
import { usePages } from './usePages';

afterEach(cleanup);

type Load = (after: Cursor | undefined) => Promise<Pages<number>>;
const itself = (item: number) => item;
const pageOf = (items: number[], next?: Cursor) => Promise.resolve({ items, next });

async function show(load: Load | undefined) {
  const hook = renderHook((given: Load | undefined) => usePages(given, itself), { initialProps: load });
  const settled = () => waitFor(() => expect(hook.result.current.loading).toBe(false));
  await settled();
  const list = () => hook.result.current;
  const more = async () => {
    act(() => list().more());
    expect(list().loading).toBe(true);
    await settled();
  };
  return { ...hook, list, more, settled };
}

test('pages follow each other, without what a page repeats', async () => {
  const load = vi.fn<Load>().mockReturnValueOnce(pageOf([9, 8], 'a'));
  const { list, more } = await show(load);
  expect(list()).toMatchObject({ pages: { items: [9, 8] }, hasMore: true, failure: undefined });
  load.mockReturnValueOnce(pageOf([8, 7]));
  await more();
  expect(list()).toMatchObject({ pages: { items: [9, 8, 7] }, hasMore: false });
  expect(load.mock.calls).toEqual([[undefined], ['a']]);
});

test('what is loaded stays when a page fails, and that page is tried again', async () => {
  const load = vi
    .fn<Load>()
    .mockReturnValueOnce(pageOf([9], 'a'))
    .mockRejectedValueOnce(down());
  const { list, more } = await show(load);
  await more();
  expect(list()).toMatchObject({ pages: { items: [9] }, hasMore: true, failure: { code: 'unavailable' } });
  load.mockReturnValueOnce(pageOf([8]));
  await more();
  expect(list()).toMatchObject({ pages: { items: [9, 8] }, failure: undefined });
  expect(load.mock.calls).toEqual([[undefined], ['a'], ['a']]);
});

test('the first page can be tried again, too', async () => {
  const load = vi
    .fn<Load>()
    .mockRejectedValueOnce(down())
    .mockReturnValueOnce(pageOf([9]));
  const { list, more } = await show(load);
  expect(list()).toMatchObject({ pages: undefined, failure: { code: 'unavailable' } });
  await more();
  expect(list()).toMatchObject({ pages: { items: [9] }, failure: undefined });
});

test('the answer for another list is not shown', async () => {
  const { list, rerender, settled } = await show(() => pageOf([9], 'a'));
  let answer: (page: Pages<number>) => void = () => undefined;
  rerender(() => new Promise((done) => (answer = done)));
  expect(list()).toMatchObject({ pages: undefined, loading: true, hasMore: false });
  rerender(() => pageOf([1]));
  await settled();
  await act(() => Promise.resolve(answer({ items: [5] })));
  expect(list().pages?.items).toEqual([1]);
});

test('there can be no list', async () => {
  const { list, rerender, settled } = await show(undefined);
  expect(list()).toMatchObject({ pages: undefined, hasMore: false, failure: undefined });
  rerender(() => pageOf([1]));
  await settled();
  expect(list().pages?.items).toEqual([1]);
});

test('what arrives while a page is loaded is kept', async () => {
  let answer: (page: Pages<number>) => void = () => undefined;
  const load = vi.fn<Load>().mockReturnValueOnce(pageOf([9], 'a'));
  const { list, settled } = await show(load);
  load.mockReturnValueOnce(new Promise((done) => (answer = done)));
  act(() => list().more());
  act(() => list().change((pages) => ({ ...pages, items: [10, ...pages.items] })));
  answer({ items: [8] });
  await settled();
  expect(list().pages?.items).toEqual([10, 9, 8]);
});
