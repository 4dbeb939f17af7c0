/** The composition root: what the app is made of, in the order in which it comes to life. */
import { randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '@shared/clock';
import type { PushEvent } from '@shared/contract';
import { createIds } from '@shared/ids';
import { app, type BrowserWindow } from 'electron';
import { bundledMigrations, startReaderThread } from './bundled';
import { bindContract, createChangePusher, createSystemHandlers, isTrustedSender } from './ipc';
import * as desktop from './shell';
import type { Session } from './shop/call';
import { createShopFile } from './shop-file';

performance.mark('main loaded');
desktop.beforeReady();
// Per data folder. A second start brings the first window forward; the shop file's own lock is the last word.
if (app.requestSingleInstanceLock()) run();
else app.exit(0);

function run(): void {
  const version = app.getVersion();
  const folder = app.getPath('userData');
  const log = desktop.openFileLog(join(folder, 'logs'), { version, pid: process.pid });
  const clock = systemClock;
  const ids = createIds(clock.now, (bytes) => void randomFillSync(bytes));
  const session: Session = { user: null };
  const loopDelay = monitorEventLoopDelay({ resolution: 20 });
  const page = desktop.pageToShow();
  let window: BrowserWindow | null = null;

  // What the desktop says, in the shop's language as soon as there is a shop.
  const language = () => shopFile.shop()?.language() ?? desktop.languageOf(app.getLocale());
  const words = () => desktop.wordsOf[language()];
  const dialogs = desktop.createDialogs(() => window, words);

  // What goes wrong is written down, and ends in a fresh process or a fresh window.
  const restarts = desktop.createRestarts(join(folder, 'restarts.json'), clock);
  desktop.restartOnMainCrash({ log, restarts, tellGivingUp: dialogs.tellGivingUp });
  desktop.logChildCrashes(log);

  // What main tells the page.
  const send = (event: PushEvent) => {
    if (window) desktop.push(window, page.origin, event);
  };
  const pushChange = createChangePusher({ send, later: (go, ms) => void setTimeout(go, ms) });
  const goTo = (to: string) => {
    if (window) desktop.bringForward(window);
    send({ type: 'navigate', to });
  };

  // The shop file, and what listens to it.
  const shopFile = createShopFile({
    file: join(folder, 'galla.db'),
    version,
    // Known only when Electron is ready.
    get locale() {
      // `en-US@posix` and the like are not BCP 47.
      return app.getSystemLocale().replace(/@.*/, '');
    },
    clock,
    ids,
    log,
    session,
    migrations: bundledMigrations,
    startReaderThread,
    backgroundAfterMs: 10_000,
    chooseImportFile: dialogs.chooseImportFile,
    onImportProgress: (progress) => send({ type: 'import:progress', progress }),
    onStateChange: () => pushChange({ topic: 'system', seq: 0 }),
    onOpen() {
      setImmediate(setMenu);
      setImmediate(notices.look);
    },
    onChange(change) {
      pushChange(change);
      // After the answer to the call that caused it: the desktop may take its time.
      if (change.topic === 'alert') setImmediate(notices.look);
      if (change.topic === 'business_settings') setImmediate(setMenu);
    },
  });
  const notices = desktop.createNoticeDesk({
    owed: () => shopFile.shop()?.dueNotices() ?? [],
    settle: (alertIds) => shopFile.shop()?.noticeShown(alertIds),
    present: (content, presenting) => desktop.presentNotification(content, { ...presenting, onClick: goTo }),
    language,
    log,
  });

  // What the page may ask of main.
  const saveDiagnostics = () =>
    desktop.saveDiagnostics({
      choose: dialogs.chooseDiagnosticsFile,
      logFolder: log.folder,
      facts: () => ({ version, ...desktop.systemFacts(loopDelay), shop: shopFile.shop()?.facts() ?? null }),
    });
  const { openExternal } = desktop;
  const system = createSystemHandlers({ host: shopFile.host, log, ids, saveDiagnostics, openExternal });
  const answer = bindContract({
    system,
    host: shopFile.host,
    session,
    isTrusted: (sender) =>
      isTrustedSender(sender, { origin: page.origin, knowsWebContents: (id) => id === window?.webContents.id }),
    asRefusal: shopFile.asRefusal,
    log,
    ids,
    elapsed: () => performance.now(),
  });
  const setMenu = () => desktop.setMenu({ words: words(), saveDiagnostics: () => void saveDiagnostics() });

  // And off it goes. Never `await app.whenReady()` at the top level: an ESM main would wait for itself.
  void app.whenReady().then(() => {
    performance.mark('electron ready');
    desktop.guard(page, log);
    desktop.serveApp({ '/crashed': () => desktop.crashPage(language(), words()) });
    desktop.openIpcDoor(answer);
    window = desktop.openWindow({ url: page.url, placeFile: join(folder, 'window.json') });
    performance.mark('window opened');
    desktop.recoverOnWindowCrash(window, { log, giveUp: () => app.exit(1) });
    window.once('closed', () => {
      window = null;
    });
    window.once('show', () => {
      desktop.logStart(log);
      loopDelay.enable();
      if (restarts.takeUntold()) dialogs.tellRestarted();
    });
    // While the window's process comes up, not before it is asked for.
    shopFile.host.start();
  });
  app.on('second-instance', () => window && desktop.bringForward(window));
  app.on('window-all-closed', () => app.quit());
  desktop.closeBeforeQuit(async () => {
    await shopFile.host.close();
    log.info({}, 'closed');
    await log.close();
  });
}
