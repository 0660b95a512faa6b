import type { FormEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { SuggestionList, optionId } from '../../compose/SuggestionList';
import '../../compose/compose.css';
import { searchTexts } from '../../i18n/enSearch';
import { go } from '../shared/useRoute';
import { Filters } from './Filters';
import { withoutFilters } from './filters';
import { inserted, offered } from './operators';
import type { Edited, Operator } from './operators';
import { useSuggestedValues } from './useSuggestedValues';

/**
 * The query; the operators that can go on from where the cursor is, and the values of the one before it; and the
 * operators of the query as filters. Enter searches; a filter searches at once.
 */
export function SearchForm({ q }: { q: string }) {
  const [query, setQuery] = useState(q);
  const [cursor, setCursor] = useState(q.length);
  const field = useRef<HTMLInputElement>(null);
  const filtering = useRef(false);
  const list = useId();

  const [shown, setShown] = useState(q);
  if (q !== shown) {
    setShown(q);
    setQuery(q);
    setCursor(q.length);
  }

  const operators = offered(query, cursor);
  const suggested = useSuggestedValues({ query, cursor }, edit);

  // After the heading of the view, which takes the focus when the view is opened. A filter keeps the focus.
  useEffect(() => {
    if (!filtering.current) field.current?.focus();
    filtering.current = false;
  }, [q]);

  function search(wanted: string) {
    suggested.close();
    go({ view: 'search', q: wanted.trim() });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    search(query);
  }

  function filter(changed: string) {
    filtering.current = changed.trim() !== q;
    setQuery(changed);
    setCursor(changed.length);
    search(changed);
  }

  /** The button is gone then. */
  function clear() {
    filter(withoutFilters(query));
    field.current?.focus();
  }

  function edit(next: Edited) {
    setQuery(next.query);
    setCursor(next.cursor);
    suggested.offer();
    const input = field.current;
    if (!input) return;
    input.focus();
    // React sets the value later, and would move the cursor to the end.
    requestAnimationFrame(() => input.setSelectionRange(next.cursor, next.cursor));
  }

  const insert = (operator: Operator) => edit(inserted(query, cursor, operator));

  const active = suggested.values[suggested.index] && optionId(list, suggested.index);
  return (
    <div className="search__form" role="search">
      <form className="search__row" onSubmit={submit}>
        <div className="search__box">
          <input
            ref={field}
            className="search__field"
            type="search"
            value={query}
            onChange={({ target }) => {
              setQuery(target.value);
              setCursor(target.selectionStart ?? target.value.length);
              suggested.offer();
            }}
            onSelect={() => setCursor(field.current?.selectionStart ?? query.length)}
            onKeyDown={suggested.key}
            onBlur={suggested.close}
            aria-label={searchTexts.field}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={suggested.values.length > 0 ? list : undefined}
            aria-activedescendant={active}
            placeholder={searchTexts.placeholder}
            maxLength={1_000}
            autoComplete="off"
            spellCheck={false}
            data-testid="message-search"
          />
          <SuggestionList
            id={list}
            suggestions={suggested.values}
            index={suggested.index}
            onChoose={suggested.choose}
          />
        </div>
        <button type="submit" className="button">
          {searchTexts.submit}
        </button>
      </form>
      <Filters query={query} onChange={filter} onClear={clear} />
      {operators.length > 0 && (
        <ul className="search__operators" aria-label={searchTexts.operators}>
          {operators.map((operator) => (
            <li key={operator}>
              <button type="button" className="search__operator" onClick={() => insert(operator)}>
                <code>{operator}</code> <span>{searchTexts.operator[operator]}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
