import { join } from 'node:path';
import { app, type WebPreferences } from 'electron';

/** What every window of ours that runs a page of ours is: isolated, sandboxed, without Node. */
export function ownPagePreferences(): WebPreferences {
  return {
    preload: join(app.getAppPath(), 'out/preload/index.cjs'),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  };
}
