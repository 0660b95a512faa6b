import { expect, test } from 'vitest';
import { completed, inserted, offered, typedAt } from './operators';

test('offers all operators between words, and those that begin like the word at the cursor', () => {
  expect(offered('', 0)).toHaveLength(9);
  expect(offered('lunch ', 6)).toHaveLength(9);
  expect(offered('lunch fr', 8)).toEqual(['from:']);
  expect(offered('lunch -ha', 9)).toEqual(['has:link', 'has:file', 'has:reaction']);
  expect(offered('ha lunch', 2)).toEqual(['has:link', 'has:file', 'has:reaction']);
});

test('offers nothing within other words and values', () => {
  expect(offered('lunch', 5)).toEqual([]);
  expect(offered('from:ada', 8)).toEqual([]);
  expect(offered('from:', 5)).toEqual([]);
});

test('an operator replaces the word at the cursor', () => {
  expect(inserted('lunch fr', 8, 'from:')).toEqual({ query: 'lunch from:', cursor: 11 });
  expect(inserted('', 0, 'has:link')).toEqual({ query: 'has:link ', cursor: 9 });
  expect(inserted('-ha x', 3, 'has:link')).toEqual({ query: '-has:link x', cursor: 9 });
});

test('the value of an operator that is being typed', () => {
  expect(typedAt('lunch from:ki', 13)).toMatchObject({ operator: 'from', text: 'ki' });
  expect(typedAt('from:', 5)).toMatchObject({ operator: 'from', text: '' });
  expect(typedAt('-in:"Engine ro', 14)).toMatchObject({ operator: 'in', text: 'Engine ro' });
  expect(typedAt('IN:gen x', 5)).toMatchObject({ operator: 'in', text: 'ge' });
});

test('no value is offered for other operators, within words, and after quotes that are closed', () => {
  expect(typedAt('before:2', 8)).toBeUndefined();
  expect(typedAt('from:ada', 2)).toBeUndefined();
  expect(typedAt('in:"Engine room"', 16)).toBeUndefined();
  expect(typedAt('in:"Engine room" x', 18)).toBeUndefined();
});

test('a value is put in the place of what is typed', () => {
  const put = (query: string, cursor: number, value: string) => {
    const typed = typedAt(query, cursor);
    return typed && completed(query, typed, value);
  };
  expect(put('from:ki', 7, 'kim')).toEqual({ query: 'from:kim ', cursor: 9 });
  expect(put('from:kim lunch', 6, 'ada')).toEqual({ query: 'from:ada lunch', cursor: 8 });
  expect(put('in:"Eng', 7, 'Engine room')).toEqual({ query: 'in:"Engine room" ', cursor: 17 });
  expect(put('in:"Engine room" x', 8, 'General')).toEqual({ query: 'in:General x', cursor: 10 });
});
