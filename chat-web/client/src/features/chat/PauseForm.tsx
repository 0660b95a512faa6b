import type { FormEvent } from 'react';
import { useState } from 'react';
import { alertTexts as words } from '../../i18n/enSettings';
import { endTime } from '../../i18n/time';
import { ChangeOutcome } from '../shared/ChangeOutcome';
import { useChat, useChatState } from '../shared/chatContext';
import { dayFromNow, morningOf } from '../shared/until';
import { useOwnChange } from '../shared/useOwnChange';

/** The server allows a year. */
const MAX_DAYS = 364;

/** No notifications until a day. The menu of the account offers shorter times. */
export function PauseForm() {
  const chat = useChat();
  const dnd = useChatState((state) => state.own.dnd);
  const [date, setDate] = useState('');
  const { change, failure, unsaved } = useOwnChange();
  const until = morningOf(date);
  const valid = until !== undefined && date >= dayFromNow(1) && date <= dayFromNow(MAX_DAYS);

  function pause(event: FormEvent) {
    event.preventDefault();
    if (valid) change(() => chat.own.set('dnd', { until }));
  }

  return (
    <form className="form profile-form" onSubmit={pause} noValidate>
      <h3>{words.pause}</h3>
      {dnd ? (
        <p role="status">{words.pausedUntil(endTime(dnd.until))}</p>
      ) : (
        <label className="field">
          {words.pauseUntil}
          <input
            type="date"
            className="input"
            min={dayFromNow(1)}
            max={dayFromNow(MAX_DAYS)}
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
        </label>
      )}
      <ChangeOutcome failure={failure} unsaved={unsaved} />
      <div className="dialog__buttons">
        {dnd ? (
          <button type="button" className="button" onClick={() => change(() => chat.own.set('dnd', undefined))}>
            {words.resume}
          </button>
        ) : (
          <button type="submit" className="button" disabled={!valid}>
            {words.pauseNow}
          </button>
        )}
      </div>
    </form>
  );
}
