const PROTOCOLS = ['https:', 'http:', 'mailto:'];

/** A route of this page, such as a link to a conversation or a message. */
const IN_PAGE = /^#\/[A-Za-z0-9/_?=&-]*$/;

/**
 * The normalized address of a link, or undefined if it must not be a link. The URL parser decides which scheme an
 * address has: it ignores control characters that hide one, as in `java\nscript:`.
 */
export function safeHref(address: string): string | undefined {
  if (IN_PAGE.test(address)) return address;
  let url;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  return PROTOCOLS.includes(url.protocol) ? url.href : undefined;
}

export const isInPage = (href: string) => href.startsWith('#/');

/**
 * The host of a link whose text names another host, as `[bank.example](https://evil.example)`; undefined for all other
 * links. A user name before the host counts too, because it can look like one: `https://bank.example@evil.example`.
 */
export function disguisedHost(href: string, text: string): string | undefined {
  if (!/^https?:/.test(href)) return undefined;
  const { host, username } = new URL(href);
  const claimed = /(?:^|[\s/@])((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?![\p{L}\p{N}-])/u.exec(text)?.[1];
  if (username) return host;
  return claimed !== undefined && !sameHost(claimed, host) ? host : undefined;
}

function sameHost(claimed: string, host: string) {
  try {
    return new URL(`https://${claimed}`).hostname === host.replace(/:\d+$/, '');
  } catch {
    return false;
  }
}
