// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chatFixture, down } from '../../testing/chatFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import AlertsDialog from './AlertsDialog';

beforeEach(fakeCss);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(permission?: NotificationPermission) {
  const requestPermission = vi.fn().mockResolvedValue('granted');
  if (permission) {
    vi.stubGlobal('Notification', { permission, requestPermission });
    vi.stubGlobal('isSecureContext', true);
  }
  const fixture = chatFixture();
  fixture.chat.store.setState({ ownLoaded: true });
  render(
    <ChatContext value={fixture.chat}>
      <AlertsDialog onClose={() => undefined} />
    </ChatContext>,
  );
  return { ...fixture, requestPermission };
}

test('a change is sent with the settings that stay', () => {
  const { api, state } = show();
  fireEvent.click(screen.getByLabelText('Direct messages'));
  expect(api.putOwn).toHaveBeenLastCalledWith('settings', expect.objectContaining({ direct: false, mentions: true }));
  expect(state().own.settings.direct).toBe(false);
});

test('further changes are kept while the server cannot save the first', () => {
  const { api, state } = show();
  api.putOwn.mockRejectedValue(down());
  fireEvent.click(screen.getByLabelText('Direct messages'));
  fireEvent.click(screen.getByLabelText('Sound'));
  expect(state().own.settings).toMatchObject({ direct: false, sound: false });
});

test('keywords are one in each line, and each once', async () => {
  const { api } = show();
  fireEvent.change(screen.getByLabelText('Keywords'), { target: { value: ' release \non-call, release\n' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save keywords' }));
  await waitFor(() =>
    expect(api.putOwn).toHaveBeenLastCalledWith(
      'settings',
      expect.objectContaining({ keywords: ['release', 'on-call'] }),
    ),
  );
  fireEvent.change(screen.getByLabelText('Keywords'), { target: { value: 'x'.repeat(51) } });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save keywords' }).disabled).toBe(true);
});

test('the permission of the browser is asked for by a button', async () => {
  const { requestPermission } = show('default');
  fireEvent.click(screen.getByRole('button', { name: 'Allow notifications' }));
  expect(requestPermission).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Allow notifications' })).toBeNull());
});

test('a browser that blocks notifications is explained', () => {
  show();
  expect(screen.getByText(/Your browser blocks notifications/)).toBeTruthy();
});
