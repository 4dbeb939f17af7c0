/** The customer's page. */
export const displayDocument = '/display.html';

/** Paths that are documents of their own. Everything else of the app is reached without leaving the page. */
const tillDocuments: ReadonlySet<string> = new Set(['/', '/index.html', '/crashed']);
const displayDocuments: ReadonlySet<string> = new Set([displayDocument]);

/**
 * The one kind of navigation there is: to a document of ours, compared part by part. `base` is the window's own page, and
 * no window gets to another one's.
 */
export function isOwnPage(address: string, base: string): boolean {
  const url = URL.parse(address);
  const own = URL.parse(base);
  if (url === null || own === null) return false;
  const documents = own.pathname === displayDocument ? displayDocuments : tillDocuments;
  return (
    url.protocol === own.protocol &&
    url.host === own.host &&
    url.username === '' &&
    url.password === '' &&
    documents.has(url.pathname)
  );
}
