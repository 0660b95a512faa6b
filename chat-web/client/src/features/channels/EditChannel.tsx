import type { FormEvent } from 'react';
import { texts } from '../../i18n';
import { channelTexts } from '../../i18n/enChannels';
import { isAllowed } from '../../state/groupPermissions';
import type { Summary } from '../../state/summary';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { useChat, useChatState } from '../shared/chatContext';
import { useChannelSubmit } from '../shared/useChannelSubmit';
import { changesOf, draftOf } from './channelSettings';
import { Failure } from '../shared/Failure';
import { NameFields } from './NameFields';
import { SettingsFields } from './SettingsFields';
import { useChannelDraft } from './useChannelDraft';

interface Props {
  summary: Summary;
  title: string;
  onClose: () => void;
}

/** Changes the name, topic and rules of a channel. Only what was changed is sent. */
export function EditChannel({ summary, title, onClose }: Props) {
  const chat = useChat();
  const configures = useChatState(({ me }) => isAllowed(summary, me.id, 'configure'));
  const { draft, setDraft, check, fields } = useChannelDraft(draftOf(summary));
  const { busy, failure, submit } = useChannelSubmit(summary.id);

  function save(event: FormEvent) {
    event.preventDefault();
    const settings = check();
    if (!settings) return;
    const changes = changesOf(draftOf(summary), settings);
    if (Object.keys(changes).length === 0) return onClose();
    void submit('change', async () => {
      await chat.channels.change(summary.id, changes);
      onClose();
    });
  }

  return (
    <ModalDialog title={channelTexts.editTitle(title)} onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <NameFields {...fields} />
        {configures ? (
          <SettingsFields draft={draft} onChange={setDraft} />
        ) : (
          <p className="panel__quiet">{channelTexts.ownersOnly}</p>
        )}
        <Failure text={failure} />
        <div className="dialog__buttons">
          <button type="button" className="button" onClick={onClose}>
            {texts.cancel}
          </button>
          <button type="submit" className="button button--main" disabled={busy}>
            {busy ? channelTexts.saving : channelTexts.save}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}
