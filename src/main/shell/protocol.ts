import { join } from 'node:path';
import { appOrigin, appScheme } from '@shared/channels';
import { app, Menu, type Protocol, protocol } from 'electron';
import { displayDocument } from './own-page';
import { createRendererFiles, type ExtraPages } from './renderer-files';

/** What has to be said before Electron is ready. */
export function beforeReady(): void {
  // `app:` gets origins, a secure context and a code cache.
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  // Ours comes with the shop's language; building the default one only costs time.
  Menu.setApplicationMenu(null);
}

/** The pages the windows show, the till's and the customer's, and the one origin that calls may come from. */
export interface Page {
  readonly url: string;
  readonly display: string;
  readonly origin: string;
}

/** The built renderer, or a developer's server: never in a packaged app, whatever its environment says. */
export function pageToShow(): Page {
  const server = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  const url = server ?? `${appOrigin}/`;
  const display = new URL(displayDocument, url).href;
  return { url, display, origin: server === undefined ? appOrigin : new URL(server).origin };
}

/** `net::ERR_FAILED`. */
const netFailed = -2;

/** How long what waits for a page waits when nobody asks for one, ms. */
const patienceMs = 500;

/**
 * Serves the built renderer, and pages that are made when asked for, in the till's session unless another is named.
 * Resolves when the page has all that it begins with: it asks for that at once, and is then busy with it for a while.
 */
export function serveApp(pages: ExtraPages, to: Protocol = protocol): Promise<void> {
  const answer = createRendererFiles(join(app.getAppPath(), 'out/renderer'), appOrigin, pages);
  const begun = Promise.withResolvers<void>();
  setTimeout(begun.resolve, patienceMs);
  let named: Set<string> | undefined;
  // The older of two ways: `protocol.handle` loads the whole of Node's fetch before it answers for the first time.
  to.registerBufferProtocol(appScheme, (request, respond) => {
    answer(request).then(
      ({ status, headers, body }) => {
        respond({ statusCode: status, headers, data: body });
        named?.delete(request.url);
        named ??= filesNamedBy(body);
        // In a turn of its own: the answer goes out first.
        if (named.size === 0) setImmediate(begun.resolve);
      },
      () => respond({ error: netFailed }),
    );
  });
  return begun.promise;
}

/** The files that a page asks for before it does anything. */
function filesNamedBy(page: Buffer): Set<string> {
  return new Set(
    Array.from(page.toString().matchAll(/ (?:src|href)="\.\/([^"]+)"/g), ([, path]) => `${appOrigin}/${path}`),
  );
}

/** Where the person is, BCP 47. Known only when Electron is ready; `en-US@posix` and the like are not BCP 47. */
export function systemLocale(): string {
  return app.getSystemLocale().replace(/@.*/, '');
}
