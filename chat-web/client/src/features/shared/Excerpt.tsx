import { useExcerpt } from '../../markdown/useMarkdown';
import type { UserId } from '../../protocol/resources';
import { useChatState } from './chatContext';
import { withNames } from './withNames';

interface Props {
  body: string;
  /** Those whom it mentions, as far as it is known. */
  mentioned?: readonly UserId[];
}

/** The text of a message in one line, without formatting. */
export function Excerpt({ body, mentioned }: Props) {
  const people = useChatState((state) => state.people);
  return <bdi>{withNames(useExcerpt(body), mentioned, people)}</bdi>;
}
