import { expect, test } from 'vitest';
import { FakeStorage } from '../testing/fakeStorage';
import { Drafts } from './drafts';

function tabs() {
  const shared = new FakeStorage();
  const tab = (own = new FakeStorage()) => ({ own, drafts: new Drafts(shared, own, 1) });
  return { shared, tab };
}

test('a new tab shows the latest draft', () => {
  const { tab } = tabs();
  tab().drafts.write(7, 'draft');
  expect(tab().drafts.read(7)).toBe('draft');
});

test('two tabs each keep their own draft across a reload', () => {
  const { tab } = tabs();
  const [one, two] = [tab(), tab()];
  one.drafts.write(7, 'of one');
  two.drafts.write(7, 'of two');
  expect(tab(one.own).drafts.read(7)).toBe('of one');
  expect(tab(two.own).drafts.read(7)).toBe('of two');
});

test('sending in one tab keeps the draft of another', () => {
  const { tab } = tabs();
  const [one, two] = [tab(), tab()];
  one.drafts.write(7, 'of one');
  two.drafts.write(7, 'of two');
  one.drafts.write(7, '');
  expect(one.drafts.read(7)).toBe('');
  expect(tab(two.own).drafts.read(7)).toBe('of two');
  expect(tab().drafts.read(7)).toBe('of two');
});

test('a draft is removed everywhere when it is sent', () => {
  const { tab } = tabs();
  const before = tab();
  before.drafts.write(7, 'draft');
  const one = tab();
  one.drafts.write(7, '');
  expect(tab().drafts.read(7)).toBe('');
});

test('a draft of another device replaces the one of this tab', () => {
  const { tab } = tabs();
  const { drafts } = tab();
  drafts.write(7, 'here');
  drafts.replace(7, 'there');
  expect(drafts.read(7)).toBe('there');
  expect(tab().drafts.read(7)).toBe('there');
  drafts.replace(7, '');
  expect(drafts.all()).toEqual([]);
});

test('a tab keeps its draft apart from what other tabs write and send', () => {
  const { tab } = tabs();
  const [one, two] = [tab().drafts, tab().drafts];
  one.write(7, 'of one');
  expect(one.isApart(7)).toBe(false);
  two.write(7, 'of two');
  expect([one.isApart(7), two.isApart(7)]).toEqual([true, false]);
  two.write(7, '');
  expect([one.isApart(7), two.isApart(7)]).toEqual([true, false]);
});

test('an edit is kept until it is saved or discarded', () => {
  const { tab } = tabs();
  const { drafts, own } = tab();
  drafts.writeEdit(7, 20, 'half');
  expect(tab(own).drafts.readEdit(7, 20)).toBe('half');
  expect(drafts.all()).toEqual([]);
  drafts.writeEdit(7, 20, undefined);
  expect(drafts.readEdit(7, 20)).toBeUndefined();
});

test('signing out removes only the drafts of this user', () => {
  const { shared, tab } = tabs();
  const { drafts, own } = tab();
  drafts.write(7, 'draft');
  new Drafts(shared, own, 2).write(7, 'of another');
  drafts.clear();
  expect([shared.length, own.length]).toEqual([1, 1]);
});
