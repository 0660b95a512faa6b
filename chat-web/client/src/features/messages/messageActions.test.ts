// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { rememberEmoji } from '../../emoji/emojiPreferences';
import { quickReactions } from './messageActions';

beforeEach(() => localStorage.clear());

test('the toolbar has the emoji that were picked last, and common ones as long as there are fewer', () => {
  expect(quickReactions()).toEqual(['👍', '❤️', '😂']);
  rememberEmoji('❤️');
  rememberEmoji('🎉');
  expect(quickReactions()).toEqual(['🎉', '❤️', '👍']);
  rememberEmoji('🚀');
  rememberEmoji('👀');
  expect(quickReactions()).toEqual(['👀', '🚀', '🎉']);
});
