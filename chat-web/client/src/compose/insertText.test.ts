// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { applyEdit } from './insertText';

function field(value: string) {
  const area = document.createElement('textarea');
  area.value = value;
  document.body.append(area);
  return area;
}

describe('an edit of a field', () => {
  afterEach(() => {
    document.body.replaceChildren();
    Reflect.deleteProperty(document, 'execCommand');
  });

  test('goes through the undo history of the browser', () => {
    const calls: unknown[] = [];
    const area = field('hello world');
    document.execCommand = vi.fn((command: string, _ui?: boolean, text?: string) => {
      calls.push([command, text, area.selectionStart, area.selectionEnd]);
      return true;
    });
    applyEdit(area, { from: 6, to: 11, text: '**world**' });
    applyEdit(area, { from: 0, to: 5, text: '' });
    expect(calls).toEqual([
      ['insertText', '**world**', 6, 11],
      ['delete', undefined, 0, 5],
    ]);
    expect(document.activeElement).toBe(area);
  });

  test('is made without it in a browser that does not support that', () => {
    const area = field('hello world');
    const onInput = vi.fn();
    area.addEventListener('input', onInput);
    applyEdit(area, { from: 6, to: 11, text: '**world**', select: { from: 2, to: 7 } });
    expect(area.value).toBe('hello **world**');
    expect([area.selectionStart, area.selectionEnd]).toEqual([8, 13]);
    expect(onInput).toHaveBeenCalledOnce();
  });
});
