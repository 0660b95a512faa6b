import type { FormEvent } from 'react';
import { useState } from 'react';
import { texts } from '../../i18n';
import type { HistoryAccess, Posting, Visibility } from '../../protocol/resources';
import type { Summary } from '../../state/summary';
import * as rules from '../../text/rules';
import { Field } from '../../ui/Field';
import { useChat } from '../shared/chatContext';
import { useSubmit } from '../shared/useSubmit';
import { HistoryField } from './HistoryField';
import { VisibilityField } from './VisibilityField';

interface Props {
  summary: Summary;
  /** Only owners change who can join, write and read. */
  owner: boolean;
  onDone: () => void;
}

/** Changes the name, topic and rules of a channel. Only what was changed is sent. */
export function ChannelForm({ summary, owner, onDone }: Props) {
  const chat = useChat();
  const [title, setTitle] = useState(summary.title ?? '');
  const [topic, setTopic] = useState(summary.topic ?? '');
  const [visibility, setVisibility] = useState<Visibility>(summary.visibility ?? 'private');
  const [posting, setPosting] = useState<Posting>(summary.posting ?? 'all');
  const [history, setHistory] = useState<HistoryAccess>(summary.history ?? 'all');
  const { busy, failure, submit } = useSubmit();
  const [validTitle, validTopic] = [rules.title(title), rules.topic(topic)];

  function save(event: FormEvent) {
    event.preventDefault();
    if (validTitle === undefined || validTopic === undefined) return;
    const changes = {
      ...(validTitle !== summary.title && { title: validTitle }),
      ...(validTopic !== (summary.topic ?? '') && { topic: validTopic }),
      ...(visibility !== (summary.visibility ?? 'private') && { visibility }),
      ...(posting !== (summary.posting ?? 'all') && { posting }),
      ...(history !== (summary.history ?? 'all') && { history }),
    };
    if (Object.keys(changes).length === 0) return onDone();
    void submit(async () => {
      await chat.channels.change(summary.id, changes);
      onDone();
    });
  }

  return (
    <form className="form panel__part" onSubmit={save} noValidate>
      <Field
        label={texts.channel.title}
        error={validTitle === undefined ? texts.channel.badTitle : undefined}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        autoFocus
      />
      <Field
        label={texts.channel.topic}
        hint={texts.channel.topicHint}
        error={validTopic === undefined ? texts.channel.badTopic : undefined}
        value={topic}
        onChange={(event) => setTopic(event.target.value)}
      />
      {owner && (
        <>
          <VisibilityField value={visibility} onChange={setVisibility} />
          <label className="field">
            {texts.channel.posting}
            <select className="input" value={posting} onChange={(event) => setPosting(event.target.value as Posting)}>
              <option value="all">{texts.channel.postingAll}</option>
              <option value="moderators">{texts.channel.postingModerators}</option>
            </select>
          </label>
          <HistoryField value={history} onChange={setHistory} />
        </>
      )}
      {failure && (
        <p className="notice notice--bad" role="alert">
          {failure}
        </p>
      )}
      <div className="dialog__buttons">
        <button type="button" className="button" onClick={onDone}>
          {texts.cancel}
        </button>
        <button
          type="submit"
          className="button button--main"
          disabled={busy || validTitle === undefined || validTopic === undefined}
        >
          {texts.channel.save}
        </button>
      </div>
    </form>
  );
}
