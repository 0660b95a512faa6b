import { composeTexts } from '../i18n/enCompose';
import type { Suggestion } from './completions';

interface Props {
  id: string;
  suggestions: readonly Suggestion[];
  index: number;
  onChoose: (index: number) => void;
}

export const optionId = (list: string, index: number) => `${list}-${index}`;

/** The suggestions for the word that is being typed. The focus stays in the text field. */
export function SuggestionList({ id, suggestions, index, onChoose }: Props) {
  return (
    <>
      {suggestions.length > 0 && (
        <ul className="suggestions" id={id} role="listbox" aria-label={composeTexts.suggestions}>
          {suggestions.map(({ key, icon, label, detail }, i) => (
            <li
              key={key}
              id={optionId(id, i)}
              role="option"
              aria-selected={i === index}
              // Keeps the focus in the field.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(i)}
            >
              <span className="suggestions__icon" aria-hidden="true">
                {icon}
              </span>
              <bdi>{label}</bdi>
              {detail !== undefined && <span className="suggestions__detail">{detail}</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="visually-hidden" role="status" data-testid="suggestions-count">
        {suggestions.length > 0 ? composeTexts.suggestionCount(suggestions.length) : ''}
      </p>
    </>
  );
}
