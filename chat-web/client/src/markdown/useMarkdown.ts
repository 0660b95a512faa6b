import { useMemo, useSyncExternalStore } from 'react';
import { loadPart } from '../parts/loadPart';
import type { Block } from './tree';
import { hasSyntax, plain, textOf } from './tree';

type Parse = (body: string) => Block[];

/** Parsed messages that are kept, because a list renders the same message many times while it is scrolled. */
const MAX_CACHED = 500;

let parse: Parse | undefined;
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();
const cache = new Map<string, Block[]>();

/** Loads the parser, which is not part of the first screen. Without it, messages are shown as typed. */
export function loadMarkdown(): Promise<void> {
  loading ??= loadPart(() => import('./parser'), { quiet: true }).then((module) => {
    parse = module.parse;
    listeners.forEach((listener) => listener());
  });
  return loading;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The formatted content of a message. Until the parser is loaded, it is the text as typed. */
export function useMarkdown(body: string): Block[] {
  const parser = useParser(body);
  return useMemo(() => (parser ? cached(parser, body) : plain(body)), [parser, body]);
}

/** The text of a message in one line, for lists and quotes. */
export function useExcerpt(body: string): string {
  const blocks = useMarkdown(body);
  return useMemo(() => textOf(blocks), [blocks]);
}

/** The same outside of a component: formatted once the parser is loaded. */
export const excerptOf = (body: string): string => textOf(parse ? cached(parse, body) : plain(body));

function useParser(body: string): Parse | undefined {
  const needed = hasSyntax(body);
  return useSyncExternalStore(needed ? subscribeAndLoad : never, () => (needed ? parse : undefined));
}

const never = () => () => undefined;

function subscribeAndLoad(listener: () => void) {
  if (!parse) void loadMarkdown();
  return subscribe(listener);
}

function cached(parser: Parse, body: string): Block[] {
  const known = cache.get(body);
  if (known) return known;
  const blocks = parser(body);
  cache.set(body, blocks);
  const [oldest] = cache.keys();
  if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
  return blocks;
}
