import { describe, expect, test } from 'vitest';
import type { Suggestion } from './completions';
import { channelSuggestions, completed, mentionSuggestions } from './completions';

const person = (id: number, username: string, displayName: string, member = false) => ({
  id,
  username,
  displayName,
  member,
});
const people = [
  person(1, 'bjorn', 'Björn Müller'),
  person(2, 'kim', 'Kim Börjesson', true),
  person(3, 'ada', 'Ada Lovelace', true),
  person(4, 'adam', 'Adam'),
];
const names = (query: string) => mentionSuggestions(people, query, true).map(({ text }) => text);

describe('suggestions for mentions', () => {
  test('members come first, then the best match', () => {
    expect(names('ad')).toEqual(['@ada', '@adam']);
    expect(names('bor')).toEqual(['@kim']);
    expect(names('')).toEqual(['@ada', '@kim', '@adam', '@bjorn', '@channel', '@here']);
  });

  test('accents and case are ignored', () => {
    expect(names('BJÖRN')).toEqual(['@bjorn']);
    expect(names('mull')).toEqual(['@bjorn']);
  });

  test('all members of the channel', () => {
    expect(names('chan')).toEqual(['@channel']);
    expect(mentionSuggestions(people, 'chan', false)).toEqual([]);
  });

  test('are limited', () => {
    const many = Array.from({ length: 100 }, (_, i) => person(i, `user${i}`, `User ${i}`));
    for (const query of ['', 'user']) expect(mentionSuggestions(many, query, true)).toHaveLength(8);
  });
});

test('a channel is inserted as a link', () => {
  const channels = [
    { id: 12, title: 'Général [old]' },
    { id: 13, title: 'Other' },
  ];
  expect(channelSuggestions(channels, 'gene').map(({ text }) => text)).toEqual(['[#Général \\[old\\]](#/c/12)']);
});

test('a space follows the word, unless there is one', () => {
  const trigger = { kind: 'mention', from: 3, query: 'ad' } as const;
  const ada: Suggestion = { key: 'a', text: '@ada', label: 'Ada', icon: '@' };
  expect(completed(trigger, ada, 'hi @ad', 6)).toEqual({ from: 3, to: 6, text: '@ada ' });
  expect(completed(trigger, ada, 'hi @ad there', 6)).toEqual({ from: 3, to: 6, text: '@ada' });
});
