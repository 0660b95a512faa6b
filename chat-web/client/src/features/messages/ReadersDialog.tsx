import { useEffect, useState } from 'react';
import { texts } from '../../i18n';
import { failureText } from '../../i18n/failures';
import type { Message, UserId } from '../../protocol/resources';
import { ApiError } from '../../state/chatState';
import type { Readers } from '../../state/readers';
import { knownReaders } from '../../state/readers';
import { Avatar } from '../../ui/Avatar';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { useChat, useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { PersonButton } from '../shared/PersonButton';
import '../shared/dialogs.css';

interface Props {
  message: Message;
  onClose: () => void;
}

/**
 * Who has read a message in a channel. Where the page knows the members it follows their receipts, also while the
 * database is down; else it asks the server once.
 */
export default function ReadersDialog({ message: { conv, pos, from }, onClose }: Props) {
  const summary = useChatState((state) => state.summaries.get(conv));
  const known = knownReaders(summary, pos, from);
  const { loaded, failure } = useLoadedReaders(conv, pos, known === undefined);
  const readers = known ?? loaded;
  return (
    <ModalDialog title={texts.messages.readers} onClose={onClose}>
      {!readers && !failure && <p role="status">{texts.loading}</p>}
      {failure && <p role="alert">{failure}</p>}
      {readers?.read.length === 0 && <p role="status">{texts.messages.noReaders}</p>}
      {readers && readers.read.length > 0 && (
        <People title={texts.messages.haveRead(readers.read.length)} users={readers.read} onLeave={onClose} />
      )}
      {readers?.unread && readers.unread.length > 0 && (
        <People title={texts.messages.haveNotRead(readers.unread.length)} users={readers.unread} onLeave={onClose} />
      )}
    </ModalDialog>
  );
}

interface PeopleProps {
  title: string;
  users: readonly UserId[];
  onLeave: () => void;
}

function People({ title, users, onLeave }: PeopleProps) {
  const people = useChatState((state) => state.people);
  return (
    <section aria-label={title}>
      <h3 className="readers__title">{title}</h3>
      <ul>
        {users.map((user) => (
          <li key={user} className="person" data-testid="reader" data-user={user}>
            <Avatar id={user} name={nameOf(people, user)} small />
            <PersonButton user={user} className="person__name" onLeave={onLeave}>
              <bdi>{nameOf(people, user)}</bdi>
            </PersonButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useLoadedReaders(conv: number, pos: number, needed: boolean) {
  const { channels } = useChat();
  const [answer, setAnswer] = useState<{ loaded?: Readers; failure?: string }>({});
  useEffect(() => {
    if (!needed) return;
    let current = true;
    channels.readers(conv, pos).then(
      (members) => current && setAnswer({ loaded: { read: members.map(({ user }) => user) } }),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        const failure = error.status === 409 ? texts.messages.tooManyReaders : failureText(error);
        if (current) setAnswer({ failure });
      },
    );
    return () => {
      current = false;
    };
  }, [channels, conv, pos, needed]);
  return answer;
}
