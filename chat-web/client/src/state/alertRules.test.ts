import { describe, expect, test } from 'vitest';
import type { AlertLevel } from '../protocol/ownState';
import type { Message } from '../protocol/resources';
import { aConversation, aMessage } from '../testing/chatFixture';
import { hasKeyword, isAlerting } from './alertRules';
import type { OwnParts } from './ownParts';
import { defaultParts } from './ownParts';
import { summarize } from './summary';

const mentioning = { mentions: { users: [1] } };
const everyone = { mentions: { users: [], everyone: 'channel' as const } };
const until = '2099-01-01T00:00:00Z';

interface Case {
  kind?: 'direct' | 'group';
  level?: AlertLevel;
  settings?: Partial<OwnParts['settings']>;
  more?: Partial<OwnParts>;
}

const alerts = (message: Partial<Message>, { kind = 'group', level, settings, more }: Case = {}) => {
  const conversations = new Map(level ? [[7, { level }]] : []);
  const own = { ...defaultParts, conversations, settings: { ...defaultParts.settings, ...settings }, ...more };
  // A Friday.
  const now = new Date('2026-01-02T10:00:00Z');
  return isAlerting(aMessage(30, message), summarize(aConversation({ kind }), 1), own, 1, now);
};

describe('what alerts', () => {
  test('direct messages, unless they are switched off', () => {
    expect(alerts({}, { kind: 'direct' })).toBe(true);
    expect(alerts({}, { kind: 'direct', settings: { direct: false } })).toBe(false);
    expect(alerts(mentioning, { kind: 'direct', settings: { direct: false } })).toBe(false);
  });

  test('in channels only what concerns the user, or everything', () => {
    expect(alerts({})).toBe(false);
    expect(alerts({}, { settings: { everything: true } })).toBe(true);
    expect(alerts(mentioning)).toBe(true);
    expect(alerts(mentioning, { settings: { mentions: false } })).toBe(false);
    expect(alerts(everyone)).toBe(true);
    expect(alerts(everyone, { settings: { channel: false } })).toBe(false);
    expect(alerts({ body: 'the release is out' }, { settings: { keywords: ['Release'] } })).toBe(true);
  });

  test('the level of a conversation comes before the settings for all', () => {
    expect(alerts({}, { level: 'all' })).toBe(true);
    expect(alerts(mentioning, { level: 'nothing' })).toBe(false);
    expect(alerts({}, { kind: 'direct', level: 'mentions' })).toBe(false);
    expect(alerts(mentioning, { level: 'mentions', settings: { mentions: false } })).toBe(true);
    expect(alerts(everyone, { level: 'mentions', settings: { channel: false } })).toBe(false);
  });

  test('in a muted conversation only what mentions the user by name, unless its level is nothing', () => {
    const muted = (level?: AlertLevel) => ({ more: { conversations: new Map([[7, { level, mutedUntil: until }]]) } });
    for (const level of [undefined, 'all', 'mentions'] as const) {
      expect(alerts(mentioning, muted(level))).toBe(true);
      expect(alerts({}, muted(level))).toBe(false);
      expect(alerts(everyone, muted(level))).toBe(false);
      expect(alerts({ body: 'the release' }, { ...muted(level), settings: { keywords: ['release'] } })).toBe(false);
    }
    expect(alerts(mentioning, muted('nothing'))).toBe(false);
    expect(alerts(mentioning, { ...muted(), settings: { mentions: false } })).toBe(false);
  });

  test('nothing while the user must not be disturbed', () => {
    expect(alerts({}, { kind: 'direct', more: { dnd: { until } } })).toBe(false);
    expect(alerts(mentioning, { more: { dnd: { until } } })).toBe(false);
  });

  test('nothing outside of working hours', () => {
    const hours = { zone: 'UTC', days: [5], from: '09:00', to: '17:00' };
    expect(alerts(mentioning, { more: { hours } })).toBe(true);
    expect(alerts(mentioning, { level: 'all', more: { hours: { ...hours, days: [1] } } })).toBe(false);
  });

  test('never own, revoked or membership messages', () => {
    for (const message of [{ from: 1 }, { revoked: true }, { kind: 'member' as const }])
      expect(alerts(message, { level: 'all' })).toBe(false);
  });
});

test('a keyword is a whole word, whatever its case and script', () => {
  expect(hasKeyword('The RELEASE, today', 'release')).toBe(true);
  expect(hasKeyword('released', 'release')).toBe(false);
  expect(hasKeyword('für Björn.', 'björn')).toBe(true);
  expect(hasKeyword('use c++ here', 'C++')).toBe(true);
  expect(hasKeyword('on-call tonight', 'on-call')).toBe(true);
  expect(hasKeyword('anything', '  ')).toBe(false);
});
