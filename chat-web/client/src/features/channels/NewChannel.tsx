import type { FormEvent } from 'react';
import { useState } from 'react';
import { texts } from '../../i18n';
import { channelTexts } from '../../i18n/enChannels';
import type { User } from '../../protocol/resources';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { useChat } from '../shared/chatContext';
import { useChannelSubmit } from '../shared/useChannelSubmit';
import { goTo } from '../shared/useRoute';
import { newChannel } from './channelSettings';
import { Failure } from '../shared/Failure';
import { NameFields } from './NameFields';
import { PeoplePicker } from './PeoplePicker';
import { SettingsFields } from './SettingsFields';
import { useChannelDraft } from './useChannelDraft';
import '../shared/dialogs.css';

/** Creates a channel: its name, topic, rules and first members. */
export default function NewChannel({ onClose }: { onClose: () => void }) {
  const chat = useChat();
  const { draft, setDraft, check, fields } = useChannelDraft(newChannel);
  const [members, setMembers] = useState<readonly User[]>([]);
  const { busy, failure, submit } = useChannelSubmit();

  function create(event: FormEvent) {
    event.preventDefault();
    const settings = check();
    if (!settings) return;
    void submit('create', async () => {
      const conv = await chat.channels.create(
        { ...settings, topic: settings.topic || undefined },
        members.map(({ id }) => id),
      );
      onClose();
      goTo(conv);
    });
  }

  return (
    <ModalDialog title={texts.chat.newChannel} onClose={onClose}>
      <form className="form" onSubmit={create} noValidate>
        <NameFields {...fields} />
        <SettingsFields draft={draft} onChange={setDraft} />
        <PeoplePicker chosen={members} onChange={setMembers} />
        <Failure text={failure} />
        <div className="dialog__buttons">
          <button type="button" className="button" onClick={onClose}>
            {texts.cancel}
          </button>
          <button type="submit" className="button button--main" disabled={busy}>
            {busy ? channelTexts.creating : channelTexts.create}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}
