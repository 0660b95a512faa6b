import { words } from '../../i18n';
import { Logo } from '../../ui/Logo';

export function NoConversation() {
  return (
    <div className="empty empty--pane">
      <Logo size={64} />
      <h2>{words.chat.nothingOpen}</h2>
      <p>{words.chat.nothingOpenHint}</p>
    </div>
  );
}
