/** Shows a mark on the icon of the tab. Each icon is a file in public/. */
export function setBadge(kind: 'unread' | 'mention' | undefined) {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const href = kind ? `./favicon-${kind}.svg` : './favicon.svg';
  if (icon && icon.getAttribute('href') !== href) icon.setAttribute('href', href);
}
