import type { FormEvent } from 'react';
import { useState } from 'react';
import { texts } from '../../i18n';
import { MAX_FOLDER_NAME } from '../../state/folders';
import * as rules from '../../text/rules';
import { Field } from '../../ui/Field';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { ChangeOutcome } from '../shared/ChangeOutcome';
import { useChat, useChatState } from '../shared/chatContext';
import { useShell } from '../shared/shell';
import { useOwnChange } from '../shared/useOwnChange';
import '../shared/dialogs.css';

/** Names a section of the list: a new one, or one that exists. */
export default function FolderDialog({ onClose }: { onClose: () => void }) {
  const { folders } = useChat();
  const { id, conv } = useShell((state) => state.folder) ?? {};
  const before = useChatState((state) => state.own.sidebar.folders.find((folder) => folder.id === id)?.name);
  const [name, setName] = useState(before ?? '');
  const [checked, setChecked] = useState(false);
  const { change, failure, unsaved } = useOwnChange();
  const title = rules.title(name);
  const valid = title !== undefined && [...title].length <= MAX_FOLDER_NAME ? title : undefined;

  function save(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (valid === undefined) return;
    change(() => (id === undefined ? folders.create(valid, conv) : folders.rename(id, valid)), onClose);
  }
  const { folder: words } = texts;
  return (
    <ModalDialog title={id === undefined ? words.create : words.rename} onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <Field
          label={words.name}
          hint={words.hint}
          error={checked && valid === undefined ? words.badName : undefined}
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoFocus
        />
        <ChangeOutcome failure={failure} unsaved={unsaved} />
        <div className="dialog__buttons">
          <button type="button" className="button" onClick={onClose}>
            {texts.cancel}
          </button>
          <button type="submit" className="button button--main">
            {words.save}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}
