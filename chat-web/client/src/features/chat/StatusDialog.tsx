import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { LazyEmojiPicker } from '../../emoji/LazyEmojiPicker';
import { texts } from '../../i18n';
import { emojiTexts } from '../../i18n/enCompose';
import { statusTexts } from '../../i18n/enSettings';
import { endTime } from '../../i18n/time';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import InfoPopover from '../../ui/overlays/InfoPopover';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { ChangeOutcome } from '../shared/ChangeOutcome';
import { useChat, useChatState } from '../shared/chatContext';
import type { UntilName } from '../shared/until';
import { untilNames, untilTime } from '../shared/until';
import { useOwnChange } from '../shared/useOwnChange';
import '../shared/dialogs.css';

const MAX_TEXT = 100;

/** Presets, with the time for which they are usual. */
const PRESETS: { emoji: string; text: keyof typeof statusTexts.presets; until: UntilName | '' }[] = [
  { emoji: '📅', text: 'meeting', until: 'hour' },
  { emoji: '🍽️', text: 'lunch', until: 'hour' },
  { emoji: '🏡', text: 'remote', until: 'tomorrow' },
  { emoji: '🤒', text: 'sick', until: 'tomorrow' },
  { emoji: '🌴', text: 'vacation', until: '' },
];

/** Sets what others see next to the name of this user, and until when. */
export default function StatusDialog({ onClose }: { onClose: () => void }) {
  const chat = useChat();
  const now = useChatState((state) => state.own.status);
  const [text, setText] = useState(now?.text ?? '');
  const [emoji, setEmoji] = useState(now?.emoji);
  /** Kept: the time that is set already. */
  const [until, setUntil] = useState<UntilName | '' | 'kept'>(now?.until ? 'kept' : '');
  const [picking, setPicking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { change, failure, unsaved } = useOwnChange();
  const tooLong = [...text.trim()].length > MAX_TEXT;

  function save(event: FormEvent) {
    event.preventDefault();
    const end = until === 'kept' ? now?.until : until ? untilTime(until) : undefined;
    set(text.trim() || emoji ? { text: text.trim() || undefined, emoji, until: end } : undefined);
  }
  function set(status: typeof now) {
    change(() => chat.own.set('status', status), onClose);
  }

  return (
    <ModalDialog title={statusTexts.title} onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <div className="status-form">
          <button
            type="button"
            ref={button}
            className="icon-button"
            aria-label={emoji ? statusTexts.changeEmoji(emoji) : statusTexts.chooseEmoji}
            aria-haspopup="dialog"
            onClick={() => setPicking(true)}
          >
            {emoji ?? <Icon name="smile" />}
          </button>
          {picking && (
            <InfoPopover
              label={emojiTexts.picker}
              triggerRef={button}
              className="emoji-popover"
              onClose={() => setPicking(false)}
            >
              <LazyEmojiPicker
                onPick={(picked) => {
                  setEmoji(picked);
                  setPicking(false);
                }}
                onClose={() => setPicking(false)}
              />
            </InfoPopover>
          )}
          <Field
            label={statusTexts.text}
            error={tooLong ? statusTexts.tooLong : undefined}
            value={text}
            autoFocus
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <div className="status-form__presets" role="group" aria-label={statusTexts.suggestions}>
          {PRESETS.map((preset) => (
            <button
              key={preset.text}
              type="button"
              className="button button--small"
              onClick={() => {
                setEmoji(preset.emoji);
                setText(statusTexts.presets[preset.text]);
                setUntil(preset.until);
              }}
            >
              <span aria-hidden="true">{preset.emoji}</span> {statusTexts.presets[preset.text]}
            </button>
          ))}
        </div>
        <label className="field">
          {statusTexts.clearAfter}
          <select className="input" value={until} onChange={(event) => setUntil(event.target.value as typeof until)}>
            {now?.until && <option value="kept">{texts.presence.until(endTime(now.until))}</option>}
            <option value="">{statusTexts.never}</option>
            {untilNames.map((name) => (
              <option key={name} value={name}>
                {texts.until[name]}
              </option>
            ))}
          </select>
        </label>
        <ChangeOutcome failure={failure} unsaved={unsaved} />
        <div className="dialog__buttons">
          {now && (
            <button type="button" className="button" onClick={() => set(undefined)}>
              {statusTexts.clear}
            </button>
          )}
          <button type="submit" className="button button--main" disabled={tooLong}>
            {statusTexts.save}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}
