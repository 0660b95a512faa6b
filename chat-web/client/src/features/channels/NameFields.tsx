import type { RefObject } from 'react';
import { channelTexts as channel } from '../../i18n/enChannels';
import { Field } from '../../ui/Field';
import type { Draft } from './channelSettings';
import { valid } from './channelSettings';

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** Whether the user has tried to save: only then an empty name is a mistake. */
  checked: boolean;
  titleRef: RefObject<HTMLInputElement | null>;
  topicRef: RefObject<HTMLInputElement | null>;
}

/** The name and topic of a channel. */
export function NameFields({ draft, onChange, checked, titleRef, topicRef }: Props) {
  const { title, topic } = valid(draft);
  const showTitle = title === undefined && (checked || draft.title !== '');
  return (
    <>
      <Field
        label={channel.title}
        hint={channel.titleHint}
        error={showTitle ? channel.badTitle : undefined}
        value={draft.title}
        onChange={(event) => onChange({ ...draft, title: event.target.value })}
        ref={titleRef}
        required
        autoComplete="off"
        autoFocus
      />
      <Field
        label={channel.topic}
        hint={channel.topicHint}
        error={topic === undefined ? channel.badTopic : undefined}
        value={draft.topic}
        onChange={(event) => onChange({ ...draft, topic: event.target.value })}
        ref={topicRef}
        autoComplete="off"
      />
    </>
  );
}
