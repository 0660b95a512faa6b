/**
 * The path of the folder that the page is in: "/", or such as "/chat/" below a path of a host. Everything that belongs to
 * this installation is below it, because another installation on the same host has the same origin.
 */
export const basePath = (): string => new URL('.', document.baseURI).pathname;

/** An address such as /api/me, below the base path. */
export const ownAddress = (path: string): string => `.${path}`;

/** A name that no other installation of the host uses; at the root, the name itself. */
export const ownName = (name: string): string => (basePath() === '/' ? name : `${basePath()}${name}`);

/** The address of the WebSocket. */
export function socketUrl(): URL {
  const url = new URL('ws', document.baseURI);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url;
}
