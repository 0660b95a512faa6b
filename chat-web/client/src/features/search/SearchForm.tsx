import type { FormEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { searchTexts } from '../../i18n/enSearch';
import { go } from '../shared/useRoute';
import { inserted, offered } from './operators';
import type { Operator } from './operators';

/** The query, and the operators that can go on from where the cursor is. Enter searches. */
export function SearchForm({ q }: { q: string }) {
  const [query, setQuery] = useState(q);
  const [cursor, setCursor] = useState(q.length);
  const field = useRef<HTMLInputElement>(null);
  const operators = offered(query, cursor);

  // After the heading of the view, which takes the focus when the view is opened.
  useEffect(() => field.current?.focus(), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    go({ view: 'search', q: query.trim() });
  }

  function insert(operator: Operator) {
    const next = inserted(query, cursor, operator);
    setQuery(next.query);
    setCursor(next.cursor);
    const input = field.current;
    if (!input) return;
    input.focus();
    // React sets the value later, and would move the cursor to the end.
    requestAnimationFrame(() => input.setSelectionRange(next.cursor, next.cursor));
  }

  function follow() {
    setCursor(field.current?.selectionStart ?? query.length);
  }

  return (
    <form className="search__form" role="search" onSubmit={submit}>
      <div className="search__row">
        <input
          ref={field}
          className="search__field"
          type="search"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setCursor(event.target.selectionStart ?? event.target.value.length);
          }}
          onSelect={follow}
          aria-label={searchTexts.field}
          placeholder={searchTexts.placeholder}
          maxLength={1_000}
          autoComplete="off"
          spellCheck={false}
          data-testid="message-search"
        />
        <button type="submit" className="button">
          {searchTexts.submit}
        </button>
      </div>
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
    </form>
  );
}
