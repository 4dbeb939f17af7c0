/** Paths that are documents of their own. Everything else of the app is reached without leaving the page. */
const documents = new Set(['/', '/index.html', '/crashed']);

/** The one kind of navigation there is: to a document of ours, compared part by part. */
export function isOwnPage(address: string, base: string): boolean {
  const url = URL.parse(address);
  const own = URL.parse(base);
  if (url === null || own === null) return false;
  return (
    url.protocol === own.protocol &&
    url.host === own.host &&
    url.username === '' &&
    url.password === '' &&
    documents.has(url.pathname)
  );
}
