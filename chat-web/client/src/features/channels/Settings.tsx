import { channelTexts as channel } from '../../i18n/enChannels';
import type { Summary } from '../../state/summary';
import { draftOf } from './channelSettings';

/** The rules of a channel. */
export function Settings({ summary }: { summary: Summary }) {
  const { visibility, posting, history } = draftOf(summary);
  const rules = [
    [channel.visibility, channel.visibilities[visibility]],
    [channel.posting, channel.postings[posting]],
    [channel.history, channel.histories[history]],
  ];
  return (
    <dl className="panel__rules">
      {rules.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
