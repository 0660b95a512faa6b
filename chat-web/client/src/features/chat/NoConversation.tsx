import { texts } from '../../i18n';
import { Logo } from '../../ui/Logo';
import { useChatState } from '../shared/chatContext';
import { show } from '../shared/shell';
import { go } from '../shared/useRoute';
import { alertPermission } from './alertPermission';
import { GoneNotice } from './GoneNotice';

/** No conversation is open: what happened to the last one, or how to begin. */
export function NoConversation() {
  const first = useChatState((state) => state.list.loaded && state.summaries.size === 0);
  return (
    <div className="empty empty--pane">
      <Logo size={64} />
      <h1>{first ? texts.chat.first : texts.chat.nothingOpen}</h1>
      <GoneNotice />
      <p>{first ? texts.chat.firstHint : texts.chat.nothingOpenHint}</p>
      <div className="empty__actions">
        <button type="button" className="button button--main" onClick={() => show('newMessage')}>
          {texts.chat.writeToSomeone}
        </button>
        <button type="button" className="button" onClick={() => show('newChannel')}>
          {texts.chat.createChannel}
        </button>
        <button type="button" className="button" onClick={() => go({ view: 'channels' })}>
          {texts.chat.browseChannels}
        </button>
        {alertPermission() === 'default' && (
          <button type="button" className="button" onClick={() => show('alerts')}>
            {texts.chat.allowAlerts}
          </button>
        )}
      </div>
    </div>
  );
}
