import { channelTexts as channel } from '../../i18n/enChannels';
import { ChoiceField } from './ChoiceField';
import type { Draft } from './channelSettings';

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** Who can join a channel, who can write in it, and what new members can read. */
export function SettingsFields({ draft, onChange }: Props) {
  return (
    <>
      <ChoiceField
        legend={channel.visibility}
        choices={channel.visibilities}
        value={draft.visibility}
        onChange={(visibility) => onChange({ ...draft, visibility })}
      />
      <ChoiceField
        legend={channel.posting}
        choices={channel.postings}
        value={draft.posting}
        onChange={(posting) => onChange({ ...draft, posting })}
      />
      <ChoiceField
        legend={channel.history}
        choices={channel.histories}
        value={draft.history}
        onChange={(history) => onChange({ ...draft, history })}
      />
    </>
  );
}
