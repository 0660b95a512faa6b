import { composeTexts } from '../i18n/enCompose';
import { MarkdownView } from '../markdown/MarkdownView';
import { useMarkdown } from '../markdown/useMarkdown';

/** How the text will be shown as a message. */
export function Preview({ text }: { text: string }) {
  const blocks = useMarkdown(text);
  return (
    <div className="compose__preview md" role="region" aria-label={composeTexts.preview} tabIndex={0}>
      <MarkdownView blocks={blocks} />
    </div>
  );
}
