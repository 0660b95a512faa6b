import { describe, expect, test } from 'vitest';
import table from '../../../../chat-ejb/src/test/resources/mention-cases.json?raw';
import { mentionBeingTyped, mentions } from './mentions';

interface Case {
  why: string;
  body: string;
  mentions: { text: string; name: string }[];
  users?: string[];
}

const { users, cases } = JSON.parse(table) as { users: string[]; cases: Case[] };

describe('the grammar of mentions', () => {
  test.each(cases.map((each) => [each.why, each] as const))('%s', (_why, each) => {
    const known = new Set(each.users ?? users);
    const found = mentions(each.body, (name) => known.has(name));
    expect(found.map(({ start, end, name }) => ({ text: each.body.slice(start, end), name }))).toEqual(each.mentions);
  });

  test('the table is complete', () => {
    expect(cases.length).toBeGreaterThan(100);
  });
});

describe('the mention that is being typed', () => {
  const typed = (text: string) => mentionBeingTyped(text.replace('|', ''), text.indexOf('|'));

  test('begins at the at sign before the caret', () => {
    expect(typed('hi @Bo|')).toEqual({ start: 3, query: 'bo' });
    expect(typed('@|')).toEqual({ start: 0, query: '' });
    expect(typed('你好@an|')).toEqual({ start: 2, query: 'an' });
  });

  test('includes what was typed before the caret only', () => {
    expect(typed('@bo|b hi')).toEqual({ start: 0, query: 'bo' });
  });

  test('is none where no mention can be', () => {
    expect(typed('|@bob')).toBeUndefined();
    expect(typed('carl@bo|')).toBeUndefined();
    expect(typed('@bob hi|')).toBeUndefined();
    expect(typed('`a` and `@bo` |')).toBeUndefined();
    expect(typed('```\n@bo|')).toBeUndefined();
  });
});
