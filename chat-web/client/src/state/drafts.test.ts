import { expect, test } from 'vitest';
import { FakeStorage } from '../testing/fakeStorage';
import { Drafts } from './drafts';

function tabs() {
  const shared = new FakeStorage();
  const tab = (own = new FakeStorage()) => ({ own, drafts: new Drafts(shared, own, 1) });
  return { shared, tab };
}

test('a tab that comes later finds what was begun last', () => {
  const { tab } = tabs();
  tab().drafts.write(7, 'begun');
  expect(tab().drafts.read(7)).toBe('begun');
});

test('two tabs that write in one conversation each find their own after a reload', () => {
  const { tab } = tabs();
  const [one, two] = [tab(), tab()];
  one.drafts.write(7, 'of one');
  two.drafts.write(7, 'of two');
  expect(tab(one.own).drafts.read(7)).toBe('of one');
  expect(tab(two.own).drafts.read(7)).toBe('of two');
});

test('sending in one tab does not take away what another is writing', () => {
  const { tab } = tabs();
  const [one, two] = [tab(), tab()];
  one.drafts.write(7, 'of one');
  two.drafts.write(7, 'of two');
  one.drafts.write(7, '');
  expect(one.drafts.read(7)).toBe('');
  expect(tab(two.own).drafts.read(7)).toBe('of two');
  expect(tab().drafts.read(7)).toBe('of two');
});

test('what was sent is nowhere any more', () => {
  const { tab } = tabs();
  const before = tab();
  before.drafts.write(7, 'begun');
  const one = tab();
  one.drafts.write(7, '');
  expect(tab().drafts.read(7)).toBe('');
});

test('signing out takes away this person’s drafts only', () => {
  const { shared, tab } = tabs();
  const { drafts, own } = tab();
  drafts.write(7, 'begun');
  new Drafts(shared, own, 2).write(7, 'of another');
  drafts.clear();
  expect([shared.length, own.length]).toEqual([1, 1]);
});
