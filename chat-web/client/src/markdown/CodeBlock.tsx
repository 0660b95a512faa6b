import { useEffect, useState } from 'react';
import { texts } from '../i18n';
import { loadPart } from '../parts/loadPart';
import { Expandable } from './Expandable';
import type * as highlightModule from './highlight';
import type { CodePiece } from './highlight';
import { MAX_CODE_LINES, SHOWN_CODE_LINES, countLines, cutLines } from './shorten';

let loading: Promise<typeof highlightModule> | undefined;

/** Without it, code is shown without colors. */
const loadHighlight = () => (loading ??= loadPart(() => import('./highlight'), { quiet: true }));

interface Props {
  text: string;
  language?: string;
}

/** Code with the colors of its language, if the language is known. Long code is collapsed. */
export function CodeBlock({ text, language }: Props) {
  const lines = countLines(text);
  const code = (shown: string) => (
    // Scrolls sideways, so the keyboard has to reach it.
    <pre className="md__code" tabIndex={0} aria-label={texts.markdown.code(language)} role="group" dir="ltr">
      <code>
        <Highlighted text={shown} language={language} />
      </code>
    </pre>
  );
  if (lines <= MAX_CODE_LINES) return code(text);
  return (
    <Expandable
      name={`code ${text}`}
      more={texts.markdown.moreLines(lines)}
      short={() => code(cutLines(text, SHOWN_CODE_LINES))}
      whole={() => code(text)}
    />
  );
}

function Highlighted({ text, language }: Props) {
  const [highlighted, setHighlighted] = useState<{ text: string; pieces?: CodePiece[] }>();
  useEffect(() => {
    if (!language) return undefined;
    let current = true;
    void loadHighlight().then(
      ({ highlight }) => current && setHighlighted({ text, pieces: highlight(text, language) }),
    );
    return () => {
      current = false;
    };
  }, [text, language]);
  if (highlighted?.text !== text || !highlighted.pieces) return text;
  return highlighted.pieces.map(({ scope, text: piece }, index) =>
    scope ? (
      <span key={index} className={scope}>
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
