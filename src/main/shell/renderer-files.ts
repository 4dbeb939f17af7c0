import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { contentSecurityPolicy } from './csp';

/** What stands in the built HTML where a nonce belongs (`html.cspNonce` in electron.vite.config.ts). */
const noncePlaceholder = '__CSP_NONCE__';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

/** Pages that are not in the bundle, by path: their HTML is made when asked for. */
export type ExtraPages = Readonly<Record<string, () => string>>;

export type AnswerRequest = (request: { readonly method: string; readonly url: string }) => Promise<Answer>;

/** Plain data: Node's own `Response` takes 25 ms to load, and the window would have to wait for it. */
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/**
 * Answers `app://galla/…`. No path is ever made from a request: what is in the bundle is listed once, and a request is
 * looked up in that list, so there is nothing that `..`, an encoding or a NUL could be smuggled into.
 */
export function createRendererFiles(root: string, origin: string, pages: ExtraPages): AnswerRequest {
  let files: ReadonlyMap<string, string> | undefined;
  return async ({ method, url }) => {
    const { path, sameOrigin } = split(url, origin);
    if (!sameOrigin) return refuse(404);
    if (method !== 'GET') return refuse(405);
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (page) return html(page());
    files ??= listFiles(root);
    const file = files.get(path === '/' ? '/index.html' : path);
    if (file === undefined) return refuse(404);
    const type = mediaTypes[extname(file)];
    // A kind of file nobody thought of is not handed out under a guess.
    if (type === undefined) return refuse(404);
    const body = await readFile(file);
    return extname(file) === '.html' ? html(body.toString('utf8')) : { status: 200, headers: headers(type), body };
  };
}

function split(url: string, origin: string): { path: string; sameOrigin: boolean } {
  const parsed = URL.parse(url);
  // `origin` of a scheme that Node does not know is "null", so the parts are compared.
  const sameOrigin = parsed !== null && `${parsed.protocol}//${parsed.host}` === origin;
  return { path: parsed?.pathname ?? '', sameOrigin };
}

/** URL path → file, for every file below `root`. */
function listFiles(root: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (folder: string, path: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = join(folder, entry.name);
      if (entry.isDirectory()) walk(file, `${path}${entry.name}/`);
      else if (entry.isFile()) found.set(`${path}${entry.name}`, file);
    }
  };
  walk(root, '/');
  return found;
}

function html(source: string): Answer {
  const nonce = randomBytes(16).toString('base64');
  return {
    status: 200,
    headers: { ...headers(mediaTypes['.html'] ?? ''), 'content-security-policy': contentSecurityPolicy(nonce) },
    body: Buffer.from(source.replaceAll(noncePlaceholder, nonce)),
  };
}

function refuse(status: 404 | 405): Answer {
  return { status, headers: headers('text/plain; charset=utf-8'), body: Buffer.alloc(0) };
}

function headers(type: string): Record<string, string> {
  return { 'content-type': type, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
}
