import { texts } from '../i18n';
import { MarkdownView } from '../markdown/MarkdownView';
import { useMarkdown } from '../markdown/useMarkdown';

/** How the text will be shown as a message. */
export function Preview({ text }: { text: string }) {
  const blocks = useMarkdown(text);
  return (
    <div className="compose__preview md" role="region" aria-label={texts.compose.preview} tabIndex={0}>
      <MarkdownView blocks={blocks} />
    </div>
  );
}
