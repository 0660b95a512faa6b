import type { FormEvent } from 'react';
import { useState } from 'react';
import { texts } from '../../i18n';
import { channelFailureTexts, channelTexts } from '../../i18n/enChannels';
import type { User, UserId } from '../../protocol/resources';
import type { NotAdded } from '../../state/channels';
import type { Summary } from '../../state/summary';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { useChat, useChatState } from '../shared/chatContext';
import { channelFailure } from '../shared/channelFailure';
import { useChannelSubmit } from '../shared/useChannelSubmit';
import { Failure } from '../shared/Failure';
import { PeoplePicker } from './PeoplePicker';

interface Props {
  summary: Summary;
  title: string;
  members: readonly UserId[];
  onAdded: (count: number) => void;
  onClose: () => void;
}

/** Adds people to a channel. Those who could not be added stay chosen, with the reason. */
export function AddPeople({ summary, title, members, onAdded, onClose }: Props) {
  const { channels } = useChat();
  const databaseDown = useChatState((state) => state.store.state === 'down');
  const [chosen, setChosen] = useState<readonly User[]>([]);
  const [notAdded, setNotAdded] = useState<readonly NotAdded[]>([]);
  const { busy, failure, submit } = useChannelSubmit(summary.id);

  function add(event: FormEvent) {
    event.preventDefault();
    if (chosen.length === 0) return;
    void submit('add', async () => {
      const refused = await channels.addAll(
        summary.id,
        chosen.map(({ id }) => id),
      );
      onAdded(chosen.length - refused.length);
      if (refused.length === 0) return onClose();
      setNotAdded(refused);
      setChosen(chosen.filter(({ id }) => refused.some(({ user }) => user === id)));
    });
  }
  function reason({ user, error }: NotAdded) {
    const name = chosen.find(({ id }) => id === user)?.displayName;
    const why = channelFailure(error, 'add', { databaseDown, archived: summary.archived });
    return name === undefined ? undefined : channelFailureTexts.person(name, why);
  }

  return (
    <ModalDialog title={channelTexts.addTo(title)} onClose={onClose}>
      <form className="form" onSubmit={add} noValidate>
        <p className="panel__quiet">{channelTexts.addHint[summary.history ?? 'all']}</p>
        <PeoplePicker chosen={chosen} onChange={setChosen} except={members} autoFocus />
        {notAdded.map((each) => (
          <Failure key={each.user} text={reason(each)} />
        ))}
        <Failure text={failure} />
        <div className="dialog__buttons">
          <button type="button" className="button" onClick={onClose}>
            {texts.cancel}
          </button>
          <button type="submit" className="button button--main" disabled={busy || chosen.length === 0}>
            {busy ? channelTexts.adding : channelTexts.addCount(chosen.length)}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}
