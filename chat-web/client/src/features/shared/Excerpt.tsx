import { useExcerpt } from '../../markdown/useMarkdown';

/** The text of a message in one line, without formatting. */
export function Excerpt({ body }: { body: string }) {
  return <bdi>{useExcerpt(body)}</bdi>;
}
