import { texts } from '../../i18n';
import { Logo } from '../../ui/Logo';

export function NoConversation() {
  return (
    <div className="empty empty--pane">
      <Logo size={64} />
      <h2>{texts.chat.nothingOpen}</h2>
      <p>{texts.chat.nothingOpenHint}</p>
    </div>
  );
}
