import type { FormEvent } from 'react';
import { useState } from 'react';
import { alertTexts } from '../../i18n/enSettings';
import type { AlertSettings } from '../../protocol/ownState';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { ChangeOutcome } from '../shared/ChangeOutcome';
import { useChat, useChatState } from '../shared/chatContext';
import { useOwnChange } from '../shared/useOwnChange';
import { alertPermission } from './alertPermission';
import { PauseForm } from './PauseForm';
import { WorkingHoursForm } from './WorkingHoursForm';
import '../shared/dialogs.css';

const WHAT = ['direct', 'mentions', 'channel', 'everything'] as const;
const HOW = ['desktop', 'sound'] as const;
type Switch = (typeof WHAT | typeof HOW)[number];

const MAX_KEYWORDS = 50;
const MAX_KEYWORD = 50;

/** What alerts this user, and how. Each conversation can differ from it. */
export default function AlertsDialog({ onClose }: { onClose: () => void }) {
  const chat = useChat();
  const settings = useChatState((state) => state.own.settings);
  const [keywords, setKeywords] = useState(settings.keywords.join('\n'));
  const { change, failure, unsaved } = useOwnChange();
  const parsed = keywordsOf(keywords);
  const valid = parsed.length <= MAX_KEYWORDS && parsed.every((keyword) => [...keyword].length <= MAX_KEYWORD);

  const set = (changes: Partial<AlertSettings>) =>
    change(() => chat.own.set('settings', { ...chat.store.getState().own.settings, ...changes }));
  const toggle = (name: Switch, on: boolean) => {
    const changes: Partial<Record<Switch, boolean>> = { [name]: on };
    set(changes);
  };
  const box = (name: Switch) => (
    <label key={name} className="check">
      <input type="checkbox" checked={settings[name]} onChange={(event) => toggle(name, event.target.checked)} />
      {alertTexts.settings[name]}
    </label>
  );

  return (
    <ModalDialog title={alertTexts.title} onClose={onClose}>
      <div className="form">
        <fieldset className="choices">
          <legend>{alertTexts.what}</legend>
          {WHAT.map(box)}
        </fieldset>
        <fieldset className="choices">
          <legend>{alertTexts.how}</legend>
          {HOW.map(box)}
        </fieldset>
        <Permission />
      </div>
      <PauseForm />
      <WorkingHoursForm />
      <form
        className="form profile-form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (valid) set({ keywords: parsed });
        }}
      >
        <label className="field">
          {alertTexts.keywords}
          <textarea
            className="input"
            rows={3}
            value={keywords}
            aria-invalid={valid ? undefined : true}
            aria-describedby="keywords-hint"
            onChange={(event) => setKeywords(event.target.value)}
          />
        </label>
        <p className="field__hint" id="keywords-hint">
          {alertTexts.keywordsHint}
        </p>
        <ChangeOutcome failure={failure} unsaved={unsaved} />
        <div className="dialog__buttons">
          <button type="submit" className="button" disabled={!valid}>
            {alertTexts.saveKeywords}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}

/** Whether the browser allows notifications, and the button that asks for it. */
function Permission() {
  const [permission, setPermission] = useState(alertPermission);
  if (permission === 'granted') return null;
  if (permission === 'denied') return <p className="field__hint">{alertTexts.blocked}</p>;
  return (
    <div>
      <p className="field__hint">{alertTexts.notAllowed}</p>
      <button
        type="button"
        className="button button--main"
        onClick={() => void Notification.requestPermission().then(setPermission)}
      >
        {alertTexts.allow}
      </button>
    </div>
  );
}

/** One keyword in each line, or separated by commas. */
function keywordsOf(text: string): string[] {
  const words = text.split(/[\n,]/).map((word) => word.trim());
  return [...new Set(words.filter(Boolean))];
}
