import { codeRanges } from '../text/mentions';
import { isInFence } from './fence';

/** Whether the character before the caret is code. */
export function isInCode(text: string, caret: number): boolean {
  return isInFence(text, caret) || codeRanges(text)[caret - 1] === 1;
}
