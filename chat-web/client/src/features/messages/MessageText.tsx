import { isEmojiOnly } from '../../emoji/emojiOnly';
import { texts } from '../../i18n';
import { Expandable } from '../../markdown/Expandable';
import type { ResolveMention } from '../../markdown/MarkdownView';
import { MarkdownView } from '../../markdown/MarkdownView';
import { shortened } from '../../markdown/shorten';
import { useMarkdown } from '../../markdown/useMarkdown';

interface Props {
  body: string;
  mention?: ResolveMention;
}

/** The formatted body of a message. Long messages are collapsed. */
export function MessageText({ body, mention }: Props) {
  const blocks = useMarkdown(body);
  const short = shortened(blocks);
  return (
    <div className={`bubble__text md ${isEmojiOnly(body) ? 'md--emoji' : ''}`}>
      {short ? (
        <Expandable
          name={`message ${body}`}
          more={texts.markdown.more}
          short={() => <MarkdownView blocks={short} mention={mention} />}
          whole={() => <MarkdownView blocks={blocks} mention={mention} />}
        />
      ) : (
        <MarkdownView blocks={blocks} mention={mention} />
      )}
    </div>
  );
}
