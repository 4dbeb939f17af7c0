import type { Log } from '@shared/log';
import { app, type Session, session, type WebContents } from 'electron';
import { isForCustomers } from './for-customers';
import { isOwnPage } from './own-page';
import { isHidden } from './printing';
import type { Page } from './protocol';

/** Closes every way out of the page, for whatever web contents ever come to be. Before the first window. */
export function guard(page: Page, log: Log): void {
  denyPermissions(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents, page, log));
}

/** Nothing a page may ask the browser for: no camera, place, notification, device, clipboard reading, … */
export function denyPermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  // It would fetch dictionaries from the network.
  target.setSpellCheckerEnabled(false);
  target.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}

/** No page of ours leads anywhere, opens anything or embeds anything. */
function guardNavigation(contents: WebContents, page: Page, log: Log): void {
  // Asked at each event: what a window is for is known a moment after it was made.
  const base = () => (isForCustomers(contents) ? page.display : page.url);
  const refuse = (event: { preventDefault(): void }, what: string) => {
    event.preventDefault();
    // Without the address: it may carry what was typed.
    log.warn({ what }, 'navigation refused');
  };
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnPage(event.url, base())) refuse(event, 'navigate');
  });
  contents.on('will-redirect', (event) => {
    if (!event.isMainFrame || !isOwnPage(event.url, base())) refuse(event, 'redirect');
  });
  // What the page's own process decides alone (about:blank) is not asked about before: come back from it.
  contents.on('did-navigate', (_event, address) => {
    if (isOwnPage(address, base()) || isHidden(contents)) return;
    log.warn({ what: 'left' }, 'navigation refused');
    void contents.loadURL(base()).catch(() => {});
  });
  contents.on('will-attach-webview', (event) => refuse(event, 'webview'));
  contents.setWindowOpenHandler(() => {
    log.warn({ what: 'window' }, 'navigation refused');
    return { action: 'deny' };
  });
}
