import { texts } from '../../i18n';
import type { ConversationId } from '../../protocol/resources';
import { ChangeOutcome } from '../shared/ChangeOutcome';
import { useChat, useChatState } from '../shared/chatContext';
import { show } from '../shared/shell';
import { useOwnChange } from '../shared/useOwnChange';

/** No id of a folder contains a space. */
const NEW = 'new folder';

/** The section of the list in which a conversation is. */
export function FolderField({ conv }: { conv: ConversationId }) {
  const chat = useChat();
  const loaded = useChatState((state) => state.ownLoaded);
  const folders = useChatState((state) => state.own.sidebar.folders);
  const { change, failure, unsaved } = useOwnChange();
  // A server that keeps no sections.
  if (!loaded) return null;

  const { folder: words } = texts;
  const current = folders.find(({ conversations }) => conversations.includes(conv))?.id;
  function choose(chosen: string) {
    if (chosen === NEW) show('folder', { conv });
    else change(() => chat.folders.put(conv, chosen || undefined));
  }
  return (
    <>
      <label className="field">
        {words.section}
        <select className="input" value={current ?? ''} onChange={(event) => choose(event.target.value)}>
          <option value="">{words.none}</option>
          {folders.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={NEW}>{words.createItem}</option>
        </select>
      </label>
      <ChangeOutcome failure={failure} unsaved={unsaved} />
    </>
  );
}
