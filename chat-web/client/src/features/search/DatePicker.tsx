import type { FormEvent, RefObject } from 'react';
import { useState } from 'react';
import { searchTexts } from '../../i18n/enSearch';
import InfoPopover from '../../ui/overlays/InfoPopover';
import type { Days } from './filters';
import { DAYS } from './filters';

interface Props {
  days: Days;
  triggerRef: RefObject<HTMLElement | null>;
  onChoose: (days: Days) => void;
  onClose: () => void;
}

/** Chooses the days from which messages are found. They are applied together, since a day is typed key by key. */
export default function DatePicker({ days, triggerRef, onChoose, onClose }: Props) {
  const [chosen, setChosen] = useState(days);

  function apply(event: FormEvent) {
    event.preventDefault();
    onClose();
    onChoose(chosen);
  }

  return (
    <InfoPopover label={searchTexts.date.label} triggerRef={triggerRef} onClose={onClose}>
      <form className="search__days" onSubmit={apply}>
        {DAYS.map((each) => (
          <label key={each} className="field">
            {searchTexts.date[each]}
            <input
              type="date"
              className="input"
              value={chosen[each] ?? ''}
              autoFocus={each === 'on'}
              onChange={({ target }) => setChosen({ ...chosen, [each]: target.value || undefined })}
            />
          </label>
        ))}
        <button type="submit" className="button button--small">
          {searchTexts.date.apply}
        </button>
      </form>
    </InfoPopover>
  );
}
