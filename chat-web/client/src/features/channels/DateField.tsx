import type { FormEvent } from 'react';
import { useState } from 'react';
import { channelTexts } from '../../i18n/enChannels';
import type { ConversationId } from '../../protocol/resources';
import { dayFromNow } from '../shared/until';
import { go } from '../shared/useRoute';

/** Goes to the first message of a day. */
export function DateField({ conv }: { conv: ConversationId }) {
  const [date, setDate] = useState('');
  function open(event: FormEvent) {
    event.preventDefault();
    if (date) go({ view: 'conversation', conv, date });
  }
  return (
    <form className="panel__date" onSubmit={open}>
      <label className="field">
        {channelTexts.goToDate}
        <input
          type="date"
          className="input"
          max={dayFromNow(0)}
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
      </label>
      <button type="submit" className="button button--small" disabled={!date}>
        {channelTexts.goTo}
      </button>
    </form>
  );
}
