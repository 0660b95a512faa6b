/** Why a file of a part could not be fetched. */
export class FileError extends Error {
  /** @param status that of the HTTP response, 0 without one */
  constructor(
    readonly url: string,
    readonly status: number,
    options?: ErrorOptions,
  ) {
    super(`${url} could not be fetched (${status || 'no answer'})`, options);
  }
}

/** A request that takes longer is repeated: its connection may be dead. */
const TIMEOUT_MS = 60_000;

const fetched = new Map<string, Promise<void>>();

/**
 * Imports a part of the page whose files are named; the build puts this around each dynamic import. The files are
 * fetched before, because Chromium never repeats the import of a module that it failed to fetch once, neither by itself
 * nor as a dependency of another. Their responses are cached, so each is downloaded once.
 */
export async function importPart<T>(load: () => Promise<T>, files: readonly string[], importer: string): Promise<T> {
  await Promise.all(files.map((file) => fetchOnce(new URL(file, importer).href)));
  return load();
}

function fetchOnce(url: string): Promise<void> {
  const known = fetched.get(url);
  if (known) return known;
  const fetching = isOnPage(url) ? Promise.resolve() : fetchFile(url);
  fetched.set(url, fetching);
  fetching.catch(() => fetched.delete(url));
  return fetching;
}

/** Whether the page itself names the file. */
function isOnPage(url: string): boolean {
  return (
    [...document.scripts].some(({ src }) => src === url) ||
    [...document.querySelectorAll('link')].some(({ href }) => href === url)
  );
}

async function fetchFile(url: string) {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    // The browser caches the response when it has been read.
    if (response.ok) await response.arrayBuffer();
  } catch (cause) {
    throw new FileError(url, 0, { cause });
  }
  if (!response.ok) throw new FileError(url, response.status);
  if (url.endsWith('.css')) await addStyles(url);
}

function addStyles(url: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.crossOrigin = '';
  link.href = url;
  return new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new FileError(url, 0));
    };
    document.head.append(link);
  });
}
