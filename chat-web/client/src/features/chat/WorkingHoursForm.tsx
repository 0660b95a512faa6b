import type { FormEvent } from 'react';
import { useState } from 'react';
import { hoursTexts as words } from '../../i18n/enSettings';
import { weekdayName } from '../../i18n/time';
import { ChangeOutcome } from '../shared/ChangeOutcome';
import { useChat, useChatState } from '../shared/chatContext';
import { useOwnChange } from '../shared/useOwnChange';

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const USUAL = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };

/** The times of the week in which this user is notified. */
export function WorkingHoursForm() {
  const chat = useChat();
  const now = useChatState((state) => state.own.hours);
  const [on, setOn] = useState(now !== undefined);
  const [days, setDays] = useState<readonly number[]>(now?.days ?? USUAL.days);
  const [from, setFrom] = useState(now?.from ?? USUAL.from);
  const [to, setTo] = useState(now?.to ?? USUAL.to);
  const [saved, setSaved] = useState(false);
  const { change, failure, unsaved } = useOwnChange();
  const chosen = useChatState((state) => state.own.preferences.zone);
  const zone = chosen ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const valid = !on || (days.length > 0 && from !== '' && to !== '' && from !== to);

  function save(event: FormEvent) {
    event.preventDefault();
    if (!valid) return;
    setSaved(false);
    const hours = on ? { zone, days: [...days].sort(), from, to } : undefined;
    change(
      () => chat.own.set('hours', hours),
      () => setSaved(true),
    );
  }
  const toggle = (day: number) => setDays(days.includes(day) ? days.filter((each) => each !== day) : [...days, day]);

  return (
    <form className="form profile-form" onSubmit={save} noValidate>
      <h3>{words.title}</h3>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
        {words.only}
      </label>
      {on && (
        <>
          <fieldset className="choices hours__days">
            <legend>{words.days}</legend>
            {DAYS.map((day) => (
              <label key={day} className="check">
                <input type="checkbox" checked={days.includes(day)} onChange={() => toggle(day)} />
                {weekdayName(day)}
              </label>
            ))}
          </fieldset>
          <div className="hours__times">
            <label className="field">
              {words.from}
              <input
                type="time"
                className="input"
                required
                value={from}
                onChange={(event) => setFrom(event.target.value)}
              />
            </label>
            <label className="field">
              {words.to}
              <input
                type="time"
                className="input"
                required
                value={to}
                onChange={(event) => setTo(event.target.value)}
              />
            </label>
          </div>
          <p className="field__hint">{words.zone(zone)}</p>
          {!valid && (
            <p className="field__error" role="alert">
              {words.invalid}
            </p>
          )}
        </>
      )}
      <ChangeOutcome failure={failure} unsaved={unsaved} />
      <div className="dialog__buttons">
        <span role="status">{saved && words.saved}</span>
        <button type="submit" className="button" disabled={!valid}>
          {words.save}
        </button>
      </div>
    </form>
  );
}
