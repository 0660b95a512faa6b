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
  /** Only the server can decide. */
  server?: boolean;
}

const cases = JSON.parse(table) as Case[];

describe('the rules for text input', () => {
  test.each(cases.filter((each) => !each.server).map((each, i) => [i, each.rule, each.why, each] as const))(
    '%i %s: %s',
    (_i, rule, _why, { input, valid, normalised, repeat = 1 }) => {
      const result = rules[rule](input.repeat(repeat));
      expect(result).toBe(valid ? (normalised ?? input).repeat(repeat) : undefined);
    },
  );

  test('the table is complete', () => {
    expect(cases.length).toBeGreaterThan(400);
  });
});

describe('names that predate the rules', () => {
  test('lose characters that affect the text around them', () => {
    expect(rules.displayableName('admin\u202Etxen')).toBe('admintxen');
    expect(rules.displayableName('a\n\u0000\u2066b\u2028')).toBe('ab');
    expect(rules.displayableName('\u200B\u3164')).toBe('');
  });

  test('keep joiners and variation selectors', () => {
    expect(rules.displayableName('علی\u200Cرضا')).toBe('علی\u200Cرضا');
    expect(rules.displayableName('👨\u200D👩\u200D👧 ❤\uFE0F')).toBe('👨\u200D👩\u200D👧 ❤\uFE0F');
  });
});
