/**
 * What the page shows. Each route has its own URL, in the fragment, so that Back, Forward, reload, bookmarks and links
 * to messages work without the server.
 */
export type Route =
  | { view: 'home' }
  | { view: 'conversation'; conv: number; pos?: number; date?: string }
  | { view: 'search'; q: string }
  | { view: 'mentions' | 'drafts' | 'channels' | 'operator' };

const CONVERSATION = /^#\/c\/(\d{1,16})(?:\/m\/(\d{1,16})|\/d\/(\d{4}-\d{2}-\d{2}))?$/;
const SEARCH = /^#\/search(?:\?q=(.*))?$/;
const VIEWS = ['mentions', 'drafts', 'channels', 'operator'] as const;

/** An unknown fragment is the home route. */
export function parseRoute(hash: string): Route {
  const [, conv, pos, date] = CONVERSATION.exec(hash) ?? [];
  if (conv !== undefined) {
    return { view: 'conversation', conv: Number(conv), ...(pos && { pos: Number(pos) }), ...(date && { date }) };
  }
  const search = SEARCH.exec(hash);
  if (search) return { view: 'search', q: decoded(search[1] ?? '') };
  const view = VIEWS.find((name) => hash === `#/${name}`);
  return { view: view ?? 'home' };
}

export function hrefOf(route: Route): string {
  if (route.view === 'home') return '#/';
  if (route.view === 'search') return `#/search${route.q && `?q=${encodeURIComponent(route.q)}`}`;
  if (route.view !== 'conversation') return `#/${route.view}`;
  const { conv, pos, date } = route;
  return `#/c/${conv}${pos !== undefined ? `/m/${pos}` : date !== undefined ? `/d/${date}` : ''}`;
}

/** What somebody typed into the address need not be encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
