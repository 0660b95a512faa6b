import { expect, test } from 'vitest';
import { chatFixture } from '../testing/chatFixture';

const folder = (id: string, ...conversations: number[]) => ({
  id,
  name: id.toUpperCase(),
  conversations,
  collapsed: false,
});

function withFolders(...folders: ReturnType<typeof folder>[]) {
  const fixture = chatFixture();
  const { own } = fixture.state();
  fixture.chat.store.setState({ ownLoaded: true, own: { ...own, sidebar: { favourites: [4], folders } } });
  const shown = () => fixture.state().own.sidebar.folders.map(({ id, conversations }) => [id, ...conversations]);
  return { ...fixture, folders: fixture.chat.folders, shown };
}

test('a conversation is in one folder', async () => {
  const { folders, shown, api } = withFolders(folder('a', 7, 8), folder('b', 9));
  await folders.put(7, 'b');
  expect(shown()).toEqual([
    ['a', 8],
    ['b', 9, 7],
  ]);
  expect(api.putOwn).toHaveBeenLastCalledWith('sidebar', expect.objectContaining({ favourites: [4] }));
  await folders.put(7, undefined);
  expect(shown()).toEqual([
    ['a', 8],
    ['b', 9],
  ]);
});

test('a new folder takes the conversation out of another one', async () => {
  const { folders, state, shown } = withFolders(folder('a', 7, 8));
  await folders.create('Projects', 7);
  expect(shown()).toEqual([
    ['a', 8],
    [expect.stringMatching(/^[a-z0-9]{1,36}$/), 7],
  ]);
  expect(state().own.sidebar.folders.at(-1)?.name).toBe('Projects');
});

test('folders are renamed, collapsed, moved and removed', async () => {
  const { folders, state, shown } = withFolders(folder('a'), folder('b'), folder('c', 7));
  await folders.rename('a', 'First');
  await folders.collapse('a', true);
  expect(state().own.sidebar.folders[0]).toMatchObject({ name: 'First', collapsed: true });
  await folders.move('c', -1);
  expect(shown()).toEqual([['a'], ['c', 7], ['b']]);
  await folders.move('a', -1);
  await folders.move('b', 1);
  expect(shown()).toEqual([['a'], ['c', 7], ['b']]);
  await folders.remove('c');
  expect(shown()).toEqual([['a'], ['b']]);
});
