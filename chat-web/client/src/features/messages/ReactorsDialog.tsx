import { texts } from '../../i18n';
import type { Message } from '../../protocol/resources';
import { shownPart } from '../../state/shownPart';
import { Avatar } from '../../ui/Avatar';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { PersonButton } from '../shared/PersonButton';
import '../shared/dialogs.css';

interface Props {
  message: Message;
  onClose: () => void;
}

/** Who has reacted to a message. It follows changes while it is open. */
export default function ReactorsDialog({ message, onClose }: Props) {
  const { conv, pos } = message;
  const people = useChatState((state) => state.people);
  const now = useChatState((state) => shownPart(state, conv).items.find((item) => item.pos === pos)) ?? message;
  const { reactions = [] } = now;
  return (
    <ModalDialog title={texts.messages.reactors} onClose={onClose}>
      {reactions.length === 0 && <p role="status">{texts.messages.noReactors}</p>}
      {reactions.map(({ emoji, users }) => (
        <section key={emoji} aria-label={texts.messages.whoReacted(emoji)}>
          <h3 className="readers__title">
            {emoji} {users.length}
          </h3>
          <ul>
            {users.map((user) => (
              <li key={user} className="person" data-testid="reactor" data-user={user}>
                <Avatar id={user} name={nameOf(people, user)} small />
                <PersonButton user={user} className="person__name" onLeave={onClose}>
                  <bdi>{nameOf(people, user)}</bdi>
                </PersonButton>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </ModalDialog>
  );
}
