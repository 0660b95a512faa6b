import type { KeyboardEvent } from 'react';
import type { MessageAction } from './messageActions';

const actions: Record<string, MessageAction> = {
  r: 'reply',
  e: 'edit',
  u: 'markUnread',
  l: 'copyLink',
  '+': 'react',
  Delete: 'remove',
  Enter: 'menu',
};

const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, Home: -Infinity, End: Infinity };

interface Options {
  /** Moves the focus by this number of messages. */
  onMove: (by: number) => void;
  onAction: (key: string, action: MessageAction) => void;
}

/** The keys of a message that has the focus. Keys in its buttons and fields are theirs. */
export function messageKey(event: KeyboardEvent<HTMLElement>, { onMove, onAction }: Options) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return;
  const article = target.closest<HTMLElement>('article[data-key]');
  const key = article?.dataset.key;
  if (!article || key === undefined) return;
  if (target !== article) {
    if (event.key !== 'Escape' || target.closest('form')) return;
    event.stopPropagation();
    article.focus();
    return;
  }
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const step = steps[name];
  const action = actions[name];
  if (step !== undefined) onMove(step);
  else if (action) onAction(key, action);
  else return;
  event.preventDefault();
}
