// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { chatFixture } from '../../testing/chatFixture';
import { ChatContext } from '../shared/chatContext';
import { RegionForm } from './RegionForm';

afterEach(cleanup);

async function show() {
  const fixture = chatFixture();
  fixture.chat.start();
  fixture.network.latest.welcomes();
  await vi.waitFor(() => expect(fixture.state().ownLoaded).toBe(true));
  render(
    <ChatContext value={fixture.chat}>
      <RegionForm />
    </ChatContext>,
  );
  return fixture;
}

const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('the time zone is shown to others only after it is chosen', async () => {
  const { api, state } = await show();
  expect(screen.getByLabelText<HTMLSelectElement>('Time zone').value).toBe('');
  choose('Time zone', 'Asia/Tokyo');
  expect(state().own.preferences.zone).toBe('Asia/Tokyo');
  expect(api.putOwn).toHaveBeenLastCalledWith('preferences', expect.objectContaining({ zone: 'Asia/Tokyo' }));
  choose('Time zone', '');
  expect(state().own.preferences.zone).toBeUndefined();
});

test('dates have a language of their own, also one that this page does not list', async () => {
  const { chat, state } = await show();
  choose('Dates and times', 'de');
  expect(state().own.preferences.language).toBe('de');
  act(() => {
    const { own } = state();
    chat.store.setState({ own: { ...own, preferences: { ...own.preferences, language: 'cy' } } });
  });
  expect(screen.getByLabelText<HTMLSelectElement>('Dates and times').value).toBe('cy');
});
