/** The composition root: what the app is made of, in the order in which it comes to life. */
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { appScheme } from '@shared/channels';
import { systemClock } from '@shared/clock';
import type { AppWindow, PushEvent } from '@shared/contract';
import { app, type BrowserWindow } from 'electron';
import { tidyCompileCache } from './compile-cache';
import { loadTill } from './load-till';
import * as desktop from './shell';
import type { Till } from './till';

/** What can wait until the window is there and drawn does. */
const unhurriedMs = 500;

performance.mark('main loaded');
desktop.beforeReady();
// Per data folder. A second start brings the first window forward; the shop file's own lock is the last word.
if (app.requestSingleInstanceLock() || !desktop.isRunningElsewhere(app.getPath('userData'))) run();
else app.exit(0);

function run(): void {
  const version = app.getVersion();
  const folder = app.getPath('userData');
  const log = desktop.openFileLog(join(folder, 'logs'), { version, pid: process.pid });
  const loopDelay = monitorEventLoopDelay({ resolution: 20 });
  const page = desktop.pageToShow();
  let window: BrowserWindow | null = null;
  let till: Till | null = null;

  // What the desktop says, in the shop's language as soon as there is a shop.
  const language = () => till?.ask((shop) => shop.language()) ?? desktop.languageOf(app.getLocale());
  const words = () => desktop.wordsOf[language()];
  const dialogs = desktop.createDialogs(() => window, words);
  const display = desktop.createCustomerScreen({
    file: join(folder, 'display.json'),
    page,
    log,
    till: () => window,
    onPlace: () => send({ type: 'changes', changes: [{ topic: 'display', seq: 0 }] }),
  });
  const paper = desktop.createPaperPages();
  const noticeChoice = desktop.createNoticeChoice(join(folder, 'notices.json'), log);
  const notices = desktop.createNoticeDesk({
    wants: (kind) => noticeChoice.now()[kind],
    owed: () => till?.ask((shop) => shop.dueNotices()) ?? [],
    settle: (alertIds) => till?.shop()?.noticeShown(alertIds),
    present: (content, presenting) => desktop.presentNotification(content, { ...presenting, onClick: goTo }),
    language,
    log,
  });
  const setMenu = () => desktop.setMenu({ words: words(), saveDiagnostics: () => void saveDiagnosticsFromMenu() });
  const saveDiagnostics = () =>
    desktop.saveDiagnostics({
      choose: dialogs.chooseDiagnosticsFile,
      logFolder: log.folder,
      facts: () => ({ version, ...desktop.systemFacts(loopDelay), shop: till?.ask((shop) => shop.facts()) ?? null }),
    });

  const saveDiagnosticsFromMenu = async () => {
    try {
      await saveDiagnostics();
    } catch (error) {
      log.warn({ error }, 'diagnostics could not be saved');
      dialogs.tellNotSaved();
    }
  };

  // What goes wrong is written down, and ends in a fresh process or a fresh window.
  const restarts = desktop.createRestarts(join(folder, 'restarts.json'), systemClock);
  desktop.restartOnMainCrash({ log, restarts, tellGivingUp: dialogs.tellGivingUp });
  desktop.logChildCrashes(log);

  // What main tells the page.
  const send = (event: PushEvent) => {
    if (window) desktop.push(window, page.origin, event);
  };
  const windowOf = (webContentsId: number): AppWindow | null =>
    webContentsId === window?.webContents.id ? 'till' : display.is(webContentsId) ? 'display' : null;
  const goTo = (to: string) => {
    if (window) desktop.bringForward(window);
    send({ type: 'navigate', to });
  };

  // And off it goes.
  const opened = app.whenReady().then(() => {
    performance.mark('electron ready');
    desktop.guard(page, log);
    const served = desktop.serveApp({
      '/crashed': () => desktop.crashPage(language(), words()),
      [desktop.hiddenPath]: paper.current,
    });
    desktop.openIpcDoor(async (caller, name, input) => (await started).answer(caller, name, input));
    window = desktop.openWindow({ url: page.url, placeFile: join(folder, 'window.json') });
    performance.mark('window opened');
    desktop.recoverOnWindowCrash(window, { log, giveUp: () => app.exit(1) });
    window.once('closed', () => {
      window = null;
      display.end();
    });
    window.once('show', () => {
      setTimeout(setMenu, unhurriedMs);
      desktop.logStart(log);
      loopDelay.enable();
      if (restarts.takeUntold()) dialogs.tellRestarted();
      display.resume();
    });
    // A developer's page comes from another server.
    return { begun: page.url.startsWith(appScheme) ? served : undefined };
  });

  // The page first: it has to get through this thread, and then keeps the window's process busy while the till is loaded.
  const started = opened.then(async ({ begun }) => {
    const { callingWindow, startTill } = await loadTill(begun);
    performance.mark('till loaded');
    till = startTill({
      folder,
      version,
      locale: desktop.systemLocale(),
      clock: systemClock,
      log,
      windowOf: (sender) => callingWindow(sender, { origin: page.origin, windowOf }),
      display,
      notices: noticeChoice,
      chooseImportFile: dialogs.chooseImportFile,
      onImportProgress: (progress) => send({ type: 'import:progress', progress }),
      onBulkProgress: (progress) => send({ type: 'bulk:progress', progress }),
      printing: {
        pages: paper,
        printFolder: join(folder, 'prints'),
        chooseInvoiceFile: dialogs.chooseInvoiceFile,
        chooseLabelFile: dialogs.chooseLabelFile,
        openExternal: desktop.openExternal,
        log,
      },
      chooseReportFile: dialogs.chooseReportFile,
      saveDiagnostics,
      openExternal: desktop.openExternal,
      vault: desktop.keyVault,
      startHub: desktop.startHubProcess,
      send,
      onOtherShop: () => {
        // After the answer to the call that caused it.
        if (window) setImmediate(desktop.loadAnew, window, page.url);
      },
      onChange(topic) {
        // After the answer to the call that caused it: the desktop may take its time.
        if (topic === null || topic === 'alert' || topic === 'sales_order') setImmediate(notices.look);
        // The first shop is opened before the window is there, which brings the menu along.
        if (topic === 'business_settings' || (topic === null && window?.isVisible())) setImmediate(setMenu);
      },
    });
    performance.mark('till started');
    desktop.onWakeUp(till.wake);
    return till;
  });

  app.on('second-instance', () => window && desktop.bringForward(window));
  app.on('window-all-closed', () => app.quit());
  desktop.closeBeforeQuit(async () => {
    await (await started).close();
    log.info({}, 'closed');
    await log.close();
    tidyCompileCache(folder);
  });
}
