import { expect, test, vi } from 'vitest';
import { ApiError } from '../connection/http';
import type { LinkPreview } from '../protocol/preview';
import { PreviewLoader } from './previewLoader';

const preview = (title: string): LinkPreview => ({ url: 'https://a.example', host: 'a.example', title });

/** A loader whose answers the test gives. */
function held() {
  const answers = new Map<number, (answer: LinkPreview | undefined | Error) => void>();
  const loader = new PreviewLoader(
    (_, pos) =>
      new Promise((resolve, reject) =>
        answers.set(pos, (answer) => (answer instanceof Error ? reject(answer) : resolve(answer))),
      ),
  );
  const asked = () => [...answers.keys()];
  const answer = async (pos: number, given: LinkPreview | undefined | Error) => {
    answers.get(pos)?.(given);
    await new Promise((done) => setTimeout(done));
  };
  return { loader, asked, answer };
}

test('two previews are loaded at once, and each of them once', async () => {
  const { loader, asked, answer } = held();
  const told = vi.fn();
  [1, 2, 3].forEach((pos) => loader.follow(7, pos, '', told));
  loader.follow(7, 1, '', told);
  expect(asked()).toEqual([1, 2]);
  await answer(1, preview('one'));
  expect(told).toHaveBeenCalledTimes(1);
  expect(asked()).toEqual([1, 2, 3]);
  expect(loader.find(7, 1, '')).toEqual(preview('one'));
  expect(loader.find(7, 2, '')).toBeUndefined();
});

test('what nobody waits for any more is not loaded', async () => {
  const { loader, asked, answer } = held();
  [1, 2].forEach((pos) => loader.follow(7, pos, '', () => undefined));
  const end = loader.follow(7, 3, '', () => undefined);
  end();
  await answer(1, undefined);
  await answer(2, undefined);
  expect(asked()).toEqual([1, 2]);
  expect(loader.find(7, 1, '')).toBeNull();
});

test('an edited message has another preview', async () => {
  const { loader, answer } = held();
  loader.follow(7, 1, '', () => undefined);
  await answer(1, preview('before'));
  expect(loader.find(7, 1, '2026-01-01T00:00:00Z')).toBeUndefined();
});

test('a failure that can pass is not kept', async () => {
  const { loader, answer } = held();
  const told = vi.fn();
  loader.follow(7, 1, '', told);
  loader.follow(7, 2, '', told);
  await answer(1, new ApiError(503, 'unavailable'));
  await answer(2, new ApiError(404, 'not_found'));
  expect(told).toHaveBeenCalledTimes(2);
  expect(loader.find(7, 1, '')).toBeUndefined();
  expect(loader.find(7, 2, '')).toBeNull();
});
