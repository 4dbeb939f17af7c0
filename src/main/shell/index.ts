/** The desktop around the app: the only folder that knows Electron, beside `index.ts` and the preload. */
export { logChildCrashes, recoverOnWindowCrash, restartOnMainCrash } from './crash';
export { crashPage } from './crash-page';
export { packDiagnostics } from './diagnostics';
export { createDialogs } from './dialogs';
export { denyPermissions, guardNavigation } from './guards';
export { openIpcDoor, push } from './ipc-door';
export { type FileLog, openFileLog } from './log';
export { setMenu } from './menu';
export { createNoticeDesk, type OwedNotice } from './notice-desk';
export { presentNotification } from './notifications';
export { openExternal } from './open-external';
export { registerAppScheme, serveApp } from './protocol';
export { createRestarts } from './restarts';
export { bringForward, openWindow } from './window';
export { languageOf, type Words, wordsOf } from './words';
