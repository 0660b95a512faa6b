/** The rendered message with the key. */
export function articleOf(box: HTMLElement | null, key: string): HTMLElement | undefined {
  const articles = [...(box?.querySelectorAll<HTMLElement>('article[data-key]') ?? [])];
  return articles.find((article) => article.dataset.key === key);
}
