import { describe, expect, test } from 'vitest';
import { enterSends } from './enterKey';

const keys = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const context = { text: 'hello', caret: 5, swapped: false, touch: false };
const fence = '```\nlet a;';

describe('the key Enter', () => {
  test.each([
    ['sends', keys, context, true],
    ['with Shift breaks the line', { ...keys, shiftKey: true }, context, false],
    ['breaks the line if swapped', keys, { ...context, swapped: true }, false],
    ['with Shift sends if swapped', { ...keys, shiftKey: true }, { ...context, swapped: true }, true],
    ['breaks the line on touch', keys, { ...context, touch: true }, false],
    ['with Ctrl sends on touch', { ...keys, ctrlKey: true }, { ...context, touch: true }, true],
    ['with Alt breaks the line', { ...keys, altKey: true }, context, false],
    ['breaks the line in a code block', keys, { ...context, text: fence, caret: fence.length }, false],
    ['after the opening fence breaks the line', keys, { ...context, text: '```js', caret: 5 }, false],
    [
      'with Ctrl sends in a code block',
      { ...keys, ctrlKey: true },
      { ...context, text: fence, caret: fence.length },
      true,
    ],
    ['sends after a code block', keys, { ...context, text: `${fence}\n\`\`\``, caret: fence.length + 4 }, true],
    ['sends after inline code', keys, { ...context, text: '```a```', caret: 7 }, true],
  ])('%s', (_name, pressed, where, sends) => {
    expect(enterSends(pressed, where)).toBe(sends);
  });
});
