// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as rules from '../text/rules';
import { EmojiPicker } from './EmojiPicker';
import * as index from './emojiIndex';
import { recentEmoji } from './emojiPreferences';
import { loadEmoji } from './useEmojiIndex';

function show() {
  const onPick = vi.fn();
  const onClose = vi.fn();
  render(<EmojiPicker onPick={onPick} onClose={onClose} />);
  const search = screen.getByRole('combobox', { name: 'Search emoji' });
  const find = (value: string) => fireEvent.change(search, { target: { value } });
  const active = () => document.getElementById(search.getAttribute('aria-activedescendant') ?? '');
  return { onPick, onClose, search, find, active, key: (key: string) => fireEvent.keyDown(search, { key }) };
}

describe('the emoji picker', () => {
  beforeAll(loadEmoji);
  afterEach(() => {
    cleanup();
    localStorage.clear();
  });

  test('finds emoji by name, shortcode and tag', () => {
    const { find, active } = show();
    for (const query of ['party', 'tada', 'celebration']) {
      find(query);
      expect(screen.getAllByRole('option').map((option) => option.textContent)).toContain('🎉');
    }
    find('thumbs up');
    expect(active()?.textContent).toBe('👍');
    find('nothing like this');
    expect(screen.getByRole('status').textContent).toBe('No emoji found');
  });

  test('the arrow keys move and Enter picks', () => {
    const { onPick, key, active, search } = show();
    expect(document.activeElement).toBe(search);
    const [first] = screen.getAllByRole('option');
    expect(active()).toBe(first);
    key('ArrowDown');
    key('ArrowRight');
    key('ArrowUp');
    expect(active()).toBe(screen.getAllByRole('option')[1]);
    key('Enter');
    expect(onPick).toHaveBeenCalledExactlyOnceWith(active()?.textContent);
  });

  test('Escape closes', () => {
    const { onClose, key } = show();
    key('Escape');
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('picked emoji are the recent ones the next time', () => {
    const { find } = show();
    find('tada');
    fireEvent.click(screen.getAllByRole('option')[0] as HTMLElement);
    expect(recentEmoji()).toEqual(['🎉']);
    cleanup();
    show();
    expect(screen.getByRole('listbox', { name: 'Recently used' }).textContent).toBe('🎉');
  });

  test('a skin tone is remembered', () => {
    const { find, onPick } = show();
    for (const name of ['none', 'light', 'medium-light'])
      fireEvent.click(screen.getByRole('button', { name: `Skin tone: ${name}` }));
    find('wave');
    fireEvent.click(screen.getByRole('option', { name: 'waving hand' }));
    expect(onPick).toHaveBeenCalledWith('👋🏽');
    cleanup();
    show();
    expect(screen.getByRole('button', { name: 'Skin tone: medium' })).toBeTruthy();
  });

  test('groups are shown one at a time', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Flags' }));
    expect(screen.getByRole('listbox', { name: 'Flags' }).textContent).toContain('🇸🇪');
    expect(screen.getAllByRole('option').length).toBeLessThan(500);
  });
});

test('all emoji can be used as reactions, with each skin tone', () => {
  const all = index.groups.flatMap((group) => index.inGroup(group));
  expect(all.length).toBeGreaterThan(1_800);
  expect(index.withShortcode('smile')?.emoji).toBe('😄');
  for (const emoji of all) {
    for (let tone = 0; tone <= 5; tone++) {
      const shown = index.toned(emoji, tone);
      // The list of the browser can be older than the data.
      if (rules.emoji(emoji.emoji) !== undefined) expect(rules.emoji(shown)).toBe(shown);
      expect(index.find(shown)).toBe(emoji);
    }
    expect([0, 5]).toContain(emoji.tones.length);
  }
});
