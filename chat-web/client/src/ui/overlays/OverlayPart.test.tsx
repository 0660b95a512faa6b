// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { lazyPart } from '../../parts/lazyPart';
import { retryParts } from '../../parts/loadPart';
import { PartsNotice } from '../PartsNotice';
import { OverlayPart } from './OverlayPart';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function opened() {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  let reachable = false;
  const Menu = lazyPart<object>(() =>
    reachable ? Promise.resolve({ default: () => <p>Menu</p> }) : Promise.reject(new Error('Failed to fetch')),
  );
  const close = vi.fn();
  render(
    <>
      <PartsNotice />
      <p>Conversation</p>
      <OverlayPart onClose={close}>
        <Menu />
      </OverlayPart>
    </>,
  );
  const reach = async () => {
    reachable = true;
    await act(async () => {
      retryParts();
      await Promise.resolve();
    });
  };
  return { close, reach };
}

it('keeps the rest of the page, says that a part is missing, and shows it as soon as it is there', async () => {
  const { reach } = opened();
  expect(await screen.findByTestId('missing-parts')).toBeTruthy();
  expect(screen.getByText('Conversation')).toBeTruthy();

  await reach();
  expect(await screen.findByText('Menu')).toBeTruthy();
  expect(screen.queryByTestId('missing-parts')).toBeNull();
});

it('gives up what is still missing when the user turns to something else', async () => {
  const { close, reach } = opened();
  await screen.findByTestId('missing-parts');
  fireEvent.keyDown(document.body, { key: 'a' });
  expect(close).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(close).toHaveBeenCalledTimes(1);
  fireEvent.pointerDown(document.body);
  expect(close).toHaveBeenCalledTimes(2);

  await reach();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(close).toHaveBeenCalledTimes(2);
});
