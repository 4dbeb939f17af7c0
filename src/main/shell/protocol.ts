import { join } from 'node:path';
import { appOrigin, appScheme } from '@shared/channels';
import { app, Menu, type Protocol, protocol } from 'electron';
import { displayDocument } from './own-page';
import { createRendererFiles, type ExtraPages, watchFirstPage } from './renderer-files';

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

/** How long a page that never asks for all its files holds up what waits for it, ms. */
const patienceMs = 500;

/**
 * Serves the built renderer, and pages that are made when asked for, in the till's session unless another is named.
 * Resolves when the window has been handed its first page with all its files, and needs nothing more of this process for
 * a while.
 */
export function serveApp(pages: ExtraPages, to: Protocol = protocol): Promise<void> {
  const answer = createRendererFiles(join(app.getAppPath(), 'out/renderer'), appOrigin, pages);
  const served = Promise.withResolvers<void>();
  setTimeout(served.resolve, patienceMs);
  // In a turn of its own: the last answer goes out first.
  const watch = watchFirstPage(() => setImmediate(served.resolve));
  // The older of two ways: `protocol.handle` loads the whole of Node's fetch before it answers for the first time.
  to.registerBufferProtocol(appScheme, (request, respond) => {
    answer(request).then(
      (given) => {
        respond({ statusCode: given.status, headers: given.headers, data: given.body });
        watch(request.url, given);
      },
      () => respond({ error: netFailed }),
    );
  });
  return served.promise;
}

/** Where the person is, BCP 47. Known only when Electron is ready; `en-US@posix` and the like are not BCP 47. */
export function systemLocale(): string {
  return app.getSystemLocale().replace(/@.*/, '');
}
