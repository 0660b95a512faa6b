import { texts } from '../../i18n';
import type { HistoryAccess } from '../../protocol/resources';

interface Props {
  value: HistoryAccess;
  onChange: (value: HistoryAccess) => void;
}

/** What new members can read of the time before they joined. */
export function HistoryField({ value, onChange }: Props) {
  return (
    <label className="field">
      {texts.channel.history}
      <select className="input" value={value} onChange={(event) => onChange(event.target.value as HistoryAccess)}>
        <option value="all">{texts.channel.historyAll}</option>
        <option value="joined">{texts.channel.historyJoined}</option>
      </select>
    </label>
  );
}
