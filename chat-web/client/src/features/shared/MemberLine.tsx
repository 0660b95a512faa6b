import { texts } from '../../i18n';
import type { Message } from '../../protocol/resources';
import { Isolated } from '../../ui/Isolated';
import { useChatState } from './chatContext';
import { nameOf } from './names';

export function MemberLine({ message }: { message: Message }) {
  const who = useChatState((state) => nameOf(state.people, message.user));
  const { left, joined } = texts.messages;
  return <Isolated text={who} within={(name) => (message.gone ? left(name) : joined(name, message.role))} />;
}
