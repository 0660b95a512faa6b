import type { ReactNode } from 'react';
import { Fragment } from 'react';

interface Props {
  parts: readonly string[];
  /** The sentence around the parts. */
  within: (...parts: string[]) => string;
  /** What shows a part; the part itself by default. */
  render?: (part: string, index: number) => ReactNode;
}

const FIRST_PLACEHOLDER = 0xe000;

/** User texts within a sentence, each isolated so that its direction does not affect the sentence. */
export function IsolatedParts({ parts, within, render = (part) => part }: Props) {
  const placeholders = parts.map((_, i) => String.fromCharCode(FIRST_PLACEHOLDER + i));
  const sentence = within(...placeholders);
  return (
    <>
      {[...sentence].map((char, i) => {
        const part = placeholders.indexOf(char);
        return <Fragment key={i}>{part < 0 ? char : <bdi>{render(parts[part] ?? '', part)}</bdi>}</Fragment>;
      })}
    </>
  );
}
