import { Fragment } from 'react';
import type { Range } from '../../protocol/search';

/** What is shown before the first match of a long text. */
const BEFORE = 60;

interface Props {
  text: string;
  ranges: readonly Range[];
}

/** The source of a message with its matches marked, beginning near the first one. */
export function Highlighted({ text, ranges }: Props) {
  const from = start(text, ranges[0]?.start ?? 0);
  const parts = ranges.map((range, i) => (
    <Fragment key={range.start}>
      {text.slice(ranges[i - 1]?.end ?? from, range.start)}
      <mark>{text.slice(range.start, range.end)}</mark>
    </Fragment>
  ));
  return (
    <bdi>
      {from > 0 && '… '}
      {parts}
      {text.slice(ranges.at(-1)?.end ?? from)}
    </bdi>
  );
}

/** The beginning of a word. */
function start(text: string, first: number): number {
  if (first <= BEFORE) return 0;
  const space = text.indexOf(' ', first - BEFORE);
  return space < 0 || space >= first ? first : space + 1;
}
