import { describe, expect, test } from 'vitest';
// Text, not a module: a bundler would not keep unpaired surrogates.
import table from '../../../../chat-ejb/src/test/resources/text-cases.json?raw';
import * as rules from './rules';

interface Case {
  rule: 'body' | 'displayName' | 'title' | 'topic' | 'emoji' | 'username' | 'password';
  why: string;
  input: string;
  valid: boolean;
  normalised?: string;
  repeat?: number;
  /** Only the server can tell. */
  server?: boolean;
}

const cases = JSON.parse(table) as Case[];

describe('the rules of text', () => {
  test.each(cases.filter((each) => !each.server).map((each, i) => [i, each.rule, each.why, each] as const))(
    '%i %s: %s',
    (_i, rule, _why, { input, valid, normalised, repeat = 1 }) => {
      const kept = rules[rule](input.repeat(repeat));
      expect(kept).toBe(valid ? (normalised ?? input).repeat(repeat) : undefined);
    },
  );

  test('the table is the whole one', () => {
    expect(cases.length).toBeGreaterThan(400);
  });
});

describe('names from before the rules', () => {
  test('lose what would change the text around them', () => {
    expect(rules.shownName('admin\u202Etxen')).toBe('admintxen');
    expect(rules.shownName('a\n\u0000\u2066b\u2028')).toBe('ab');
    expect(rules.shownName('\u200B\u3164')).toBe('');
  });

  test('keep what a script or an emoji needs', () => {
    expect(rules.shownName('علی\u200Cرضا')).toBe('علی\u200Cرضا');
    expect(rules.shownName('👨\u200D👩\u200D👧 ❤\uFE0F')).toBe('👨\u200D👩\u200D👧 ❤\uFE0F');
  });
});
