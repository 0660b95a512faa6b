import { texts } from '../../i18n';
import { alertTexts as alerts } from '../../i18n/enSettings';
import { endTime } from '../../i18n/time';
import type { AlertLevel } from '../../protocol/ownState';
import { alertLevels } from '../../protocol/ownState';
import { ChangeOutcome } from '../shared/ChangeOutcome';
import { useChat, useChatState } from '../shared/chatContext';
import type { UntilName } from '../shared/until';
import { untilNames, untilTime } from '../shared/until';
import { useOwnChange } from '../shared/useOwnChange';

/** What alerts this user in one conversation, and for how long it is muted. */
export function NotificationSettings({ conv, kind }: { conv: number; kind: 'direct' | 'group' }) {
  const chat = useChat();
  const { level, mutedUntil } = useChatState((state) => state.own.conversations.get(conv)) ?? {};
  const loaded = useChatState((state) => state.ownLoaded);
  const { change, failure, unsaved } = useOwnChange();
  // A server that keeps no settings.
  if (!loaded) return null;

  const setLevel = (chosen: AlertLevel | undefined) =>
    change(() => chat.own.setAlerts(conv, { level: chosen, mutedUntil }));
  const mute = (until: string | undefined) => change(() => chat.own.setAlerts(conv, { level, mutedUntil: until }));

  return (
    <section className="panel__part" aria-labelledby="notifications">
      <h3 id="notifications">{alerts.title}</h3>
      <label className="field">
        {alerts.level}
        <select
          className="input"
          value={level ?? ''}
          onChange={({ target: { value } }) => setLevel(alertLevels.find((each) => each === value))}
        >
          <option value="">{alerts.byDefault[kind]}</option>
          {alertLevels.map((each) => (
            <option key={each} value={each}>
              {alerts.levels[each]}
            </option>
          ))}
        </select>
      </label>
      {mutedUntil ? (
        <>
          <p className="panel__row" role="status">
            {alerts.mutedUntil(endTime(mutedUntil))}
            <button type="button" className="button button--small" onClick={() => mute(undefined)}>
              {alerts.unmute}
            </button>
          </p>
          {level !== 'nothing' && <p className="field__hint">{alerts.mutedHint}</p>}
        </>
      ) : (
        <label className="field">
          {alerts.mute}
          <select className="input" value="" onChange={({ target: { value } }) => mute(untilTime(value as UntilName))}>
            <option value="" disabled>
              {alerts.notMuted}
            </option>
            {untilNames.map((name) => (
              <option key={name} value={name}>
                {texts.until[name]}
              </option>
            ))}
          </select>
        </label>
      )}
      <ChangeOutcome failure={failure} unsaved={unsaved} />
    </section>
  );
}
