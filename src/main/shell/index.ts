/** The desktop around the app: the only folder that knows Electron, beside `index.ts` and the preload. */
export { logChildCrashes, recoverOnWindowCrash, restartOnMainCrash } from './crash';
export { crashPage } from './crash-page';
export { saveDiagnostics, systemFacts } from './diagnostics';
export { createDialogs } from './dialogs';
export { guard } from './guards';
export { isRunningElsewhere } from './instance';
export { openIpcDoor, push } from './ipc-door';
export { closeBeforeQuit, logStart } from './lifecycle';
export { openFileLog } from './log';
export { setMenu } from './menu';
export { createNoticeDesk } from './notice-desk';
export { presentNotification } from './notifications';
export { openExternal } from './open-external';
export { createPaperPages, hiddenPath } from './printing';
export { beforeReady, pageToShow, serveApp, systemLocale } from './protocol';
export { createRestarts } from './restarts';
export { bringForward, loadAnew, openWindow } from './window';
export { languageOf, wordsOf } from './words';
