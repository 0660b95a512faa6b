import type { ReactNode } from 'react';
import { memo } from 'react';
import { texts } from '../i18n';
import { CodeBlock } from './CodeBlock';
import { disguisedHost, isInPage } from './links';
import type { Block, Inline } from './tree';
import { inlineText } from './tree';

/** How a mention is shown. */
export interface Mention {
  label: string;
  /** The mention includes the user of this page. */
  me?: boolean;
  /** Who is mentioned, if it is one user. What shows the text opens the profile when the mention is pressed. */
  user?: number;
}

/** Returns what `@name` mentions, or undefined if it mentions nobody. `name` is in lower case. */
export type ResolveMention = (name: string) => Mention | undefined;

interface Props {
  blocks: readonly Block[];
  mention?: ResolveMention;
}

/**
 * Formatted text as React elements; no HTML is ever parsed. Each block determines its own text direction, so that
 * control characters in it do not affect the text around it.
 */
export const MarkdownView = memo(function MarkdownView({ blocks, mention }: Props) {
  return blocks.map((block, index) => <BlockView key={index} block={block} mention={mention} />);
});

function BlockView({ block, mention }: { block: Block; mention?: ResolveMention }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p dir="auto">
          <Inlines inlines={block.children} mention={mention} />
        </p>
      );
    case 'quote':
      return (
        <blockquote className="md__quote" dir="auto">
          <MarkdownView blocks={block.children} mention={mention} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index} dir="auto">
          <MarkdownView blocks={item} mention={mention} />
        </li>
      ));
      return block.start === undefined ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    case 'code':
      return <CodeBlock text={block.text} language={block.language} />;
  }
}

function Inlines({ inlines, mention }: { inlines: readonly Inline[]; mention?: ResolveMention }) {
  return inlines.map((inline, index) => <InlineView key={index} inline={inline} mention={mention} />);
}

function InlineView({ inline, mention }: { inline: Inline; mention?: ResolveMention }) {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return <code dir="auto">{inline.text}</code>;
    case 'mention':
      return <MentionView name={inline.name} mention={mention} />;
    case 'link':
      return (
        <Link href={inline.href} text={inlineText(inline.children)}>
          <Inlines inlines={inline.children} mention={mention} />
        </Link>
      );
    case 'bold':
      return (
        <strong>
          <Inlines inlines={inline.children} mention={mention} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines inlines={inline.children} mention={mention} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inlines inlines={inline.children} mention={mention} />
        </s>
      );
  }
}

/** Marks the longest name that is mentioned. Dots, underscores and hyphens at the end may not belong to it. */
function MentionView({ name, mention }: { name: string; mention?: ResolveMention }) {
  for (let end = name.length; end > 0 && mention; end--) {
    const found = mention(name.slice(0, end).toLowerCase());
    if (found)
      return (
        <>
          <MentionLabel mention={found} />
          {name.slice(end)}
        </>
      );
    if (!'._-'.includes(name.charAt(end - 1))) break;
  }
  return `@${name}`;
}

function MentionLabel({ mention: { label, me, user } }: { mention: Mention }) {
  const className = `mention ${me ? 'mention--me' : ''}`;
  if (user === undefined) {
    return (
      <span className={className} data-testid="mention">
        <bdi>{label}</bdi>
      </span>
    );
  }
  return (
    <button type="button" className={className} data-testid="mention" data-user={user} aria-haspopup="dialog">
      <bdi>{label}</bdi>
    </button>
  );
}

interface LinkProps {
  href: string;
  text: string;
  children: ReactNode;
}

function Link({ href, text, children }: LinkProps) {
  if (isInPage(href))
    return (
      <a href={href}>
        <bdi>{children}</bdi>
      </a>
    );
  const host = disguisedHost(href, text);
  return (
    <>
      <a href={href} target="_blank" rel="noopener noreferrer nofollow" title={href === text ? undefined : href}>
        <bdi>{children}</bdi>
      </a>
      {host !== undefined && <span className="md__host"> {texts.markdown.realHost(host)}</span>}
    </>
  );
}
