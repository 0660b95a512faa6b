import type { ReactNode } from 'react';
import { composeTexts } from '../i18n/enCompose';
import { Icon } from '../ui/Icon';
import type { Format } from './format';
import { setEnterBreaks, useEnterBreaks } from './preferences';

const buttons: [Format, ReactNode][] = [
  ['bold', 'B'],
  ['italic', 'I'],
  ['strike', 'S'],
  ['code', '</>'],
  ['link', <Icon key="link" name="link" size={18} />],
  ['quote', '❝'],
  ['bullets', '•'],
  ['numbers', '1.'],
];

interface Props {
  onFormat: (format: Format) => void;
}

/** The formats as buttons, and the preference for the key Enter. */
export function FormatBar({ onFormat }: Props) {
  const breaks = useEnterBreaks();
  return (
    <div className="format-bar" role="group" aria-label={composeTexts.formatting}>
      {buttons.map(([format, sign]) => (
        <button
          key={format}
          type="button"
          className={`format-bar__button format-bar__button--${format}`}
          aria-label={composeTexts.formats[format]}
          title={composeTexts.formatHints[format]}
          // Keeps the focus and the selection in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onFormat(format)}
        >
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
      <label className="format-bar__enter">
        <input type="checkbox" checked={!breaks} onChange={(event) => setEnterBreaks(!event.target.checked)} />
        {composeTexts.enterSends}
      </label>
    </div>
  );
}
