import type { RefObject } from 'react';
import { useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { texts } from '../../i18n';
import { searchTexts } from '../../i18n/enSearch';
import InfoPopover from '../../ui/overlays/InfoPopover';
import '../shared/dialogs.css';
import { takeFirst } from '../shared/takeFirst';
import type { Named } from './operators';
import { useValues } from './useValues';

interface Props {
  operator: Named;
  /** What can be chosen, and what stands for no choice. */
  names: { label: string; any: string; find: string };
  /** Whether there is a choice that can be taken back. */
  isSet: boolean;
  triggerRef: RefObject<HTMLElement | null>;
  /** Gets the value; undefined to take the choice back. */
  onChoose: (value: string | undefined) => void;
  onClose: () => void;
}

const ANY = 'any';

/** Chooses a person or a conversation: arrow keys move, Enter chooses, Escape closes. */
export default function ValuePicker({ operator, names, isSet, triggerRef, onChoose, onClose }: Props) {
  const [query, setQuery] = useState('');
  const { values, settled } = useValues(operator, query);
  const any = { key: ANY, text: '', label: names.any, detail: undefined };
  const items = isSet && query.trim() === '' ? [any, ...values] : values;

  function choose(key: string) {
    const item = items.find((each) => each.key === key);
    if (!item) return;
    onClose();
    onChoose(item.text || undefined);
  }

  const [first] = items;
  const takeTheFirst = first && (() => choose(first.key));

  return (
    <InfoPopover label={names.label} triggerRef={triggerRef} onClose={onClose}>
      <div className="picker search__picker" onKeyDownCapture={(event) => takeFirst(event, takeTheFirst, onClose)}>
        <Autocomplete inputValue={query} onInputChange={setQuery}>
          <SearchField className="picker__field" aria-label={names.find} autoFocus>
            <Input className="input" placeholder={names.find} autoComplete="off" spellCheck={false} />
          </SearchField>
          <ListBox
            className="picker__offered"
            aria-label={searchTexts.found}
            items={items}
            selectionMode="none"
            onAction={(key) => choose(String(key))}
            renderEmptyState={() => (
              <p className="quiet" role="status">
                {settled ? searchTexts.none : texts.loading}
              </p>
            )}
          >
            {({ key, label, detail }) => (
              <ListBoxItem id={key} textValue={label} className="person person--offered">
                <span className="person__row" data-testid="filter-value">
                  <bdi className="person__name">{label}</bdi>
                  {detail !== undefined && <bdi className="person__detail search__detail">{detail}</bdi>}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
      </div>
    </InfoPopover>
  );
}
