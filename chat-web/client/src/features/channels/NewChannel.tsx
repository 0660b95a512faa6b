import type { FormEvent } from 'react';
import { useState } from 'react';
import { texts } from '../../i18n';
import type { HistoryAccess, User, Visibility } from '../../protocol/resources';
import * as rules from '../../text/rules';
import { Field } from '../../ui/Field';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { useChat } from '../shared/chatContext';
import { goTo } from '../shared/useRoute';
import { useSubmit } from '../shared/useSubmit';
import { HistoryField } from './HistoryField';
import { PeoplePicker } from './PeoplePicker';
import { VisibilityField } from './VisibilityField';

/** Creates a channel: its name, topic, who can join, and the first members. */
export default function NewChannel({ onClose }: { onClose: () => void }) {
  const chat = useChat();
  const [title, setTitle] = useState('');
  const [topic, setTopic] = useState('');
  const [visibility, setVisibility] = useState<Visibility>('private');
  const [history, setHistory] = useState<HistoryAccess>('all');
  const [members, setMembers] = useState<readonly User[]>([]);
  const [checked, setChecked] = useState(false);
  const { busy, failure, submit } = useSubmit();
  const [validTitle, validTopic] = [rules.title(title), rules.topic(topic)];

  function create(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (validTitle === undefined || validTopic === undefined) return;
    void submit(async () => {
      const settings = { title: validTitle, topic: validTopic || undefined, visibility, history };
      const conv = await chat.channels.create(
        settings,
        members.map(({ id }) => id),
      );
      onClose();
      goTo(conv);
    });
  }

  return (
    <ModalDialog title={texts.chat.newChannel} onClose={onClose}>
      <form className="form" onSubmit={create} noValidate>
        <Field
          label={texts.channel.title}
          hint={texts.channel.titleHint}
          error={checked && validTitle === undefined ? texts.channel.badTitle : undefined}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          autoFocus
        />
        <Field
          label={texts.channel.topic}
          hint={texts.channel.topicHint}
          error={checked && validTopic === undefined ? texts.channel.badTopic : undefined}
          value={topic}
          onChange={(event) => setTopic(event.target.value)}
        />
        <VisibilityField value={visibility} onChange={setVisibility} />
        <HistoryField value={history} onChange={setHistory} />
        <PeoplePicker chosen={members} onChange={setMembers} />
        {failure && (
          <p className="notice notice--bad" role="alert">
            {failure}
          </p>
        )}
        <div className="dialog__buttons">
          <button type="button" className="button" onClick={onClose}>
            {texts.cancel}
          </button>
          <button type="submit" className="button button--main" disabled={busy}>
            {busy ? texts.channel.creating : texts.channel.create}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}
