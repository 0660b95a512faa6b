import { useEffect, useState } from 'react';
import { texts } from '../../i18n';
import { failureText } from '../../i18n/failures';
import type { Member, Message } from '../../protocol/resources';
import { ApiError } from '../../state/chatState';
import { Avatar } from '../../ui/Avatar';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { useChat, useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';

interface Props {
  message: Message;
  onClose: () => void;
}

/** Who has read a message in a channel. */
export default function ReadersDialog({ message: { conv, pos }, onClose }: Props) {
  const { channels } = useChat();
  const people = useChatState((state) => state.people);
  const [readers, setReaders] = useState<readonly Member[]>();
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    let current = true;
    channels.readers(conv, pos).then(
      (members) => current && setReaders(members),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (current) setFailure(error.status === 409 ? texts.messages.tooManyReaders : failureText(error));
      },
    );
    return () => {
      current = false;
    };
  }, [channels, conv, pos]);

  return (
    <ModalDialog title={texts.messages.readers} onClose={onClose}>
      {!readers && !failure && <p role="status">{texts.loading}</p>}
      {failure && <p role="alert">{failure}</p>}
      {readers?.length === 0 && <p role="status">{texts.messages.noReaders}</p>}
      <ul>
        {readers?.map(({ user }) => (
          <li key={user} className="person" data-testid="reader" data-user={user}>
            <Avatar id={user} name={nameOf(people, user)} small />
            <bdi className="person__name">{nameOf(people, user)}</bdi>
          </li>
        ))}
      </ul>
    </ModalDialog>
  );
}
