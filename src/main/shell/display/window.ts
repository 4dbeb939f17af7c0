import type { CustomerDisplay } from '@shared/contract';
import type { Log } from '@shared/log';
import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron';
import type { Page } from '../protocol';
import { type Spot, spotFor } from './screens';

export interface CustomerWindowOptions {
  readonly page: Page;
  readonly log: Log;
  /** The till's window. */
  readonly till: () => BrowserWindow | null;
  /** It is somewhere else now, or nowhere. */
  readonly onPlace: () => void;
}

/** What stands around every page of ours. Handed in, so that what is loaded later shares no chunk with the start. */
export interface Walls {
  readonly preferences: () => WebPreferences;
  /** To be said before the window loads anything. */
  readonly claim: (window: BrowserWindow) => void;
}

const screenEvents = ['display-added', 'display-removed', 'display-metrics-changed'] as const;
/** As of the till's window: more often is a loop. */
const loop = { times: 3, withinMs: 60_000 } as const;
/** The page's own paper (src/renderer/theme), so that nothing flashes before its first paint. */
const paper = { light: '#f7f7f4', dark: '#131416' } as const;

/**
 * The window that customers look at. It goes where a second screen is, never takes the focus from the till, and whatever
 * happens to it is no concern of the till's: it has a process and a session of its own.
 */
export class CustomerWindow {
  readonly #options: CustomerWindowOptions & Walls;
  #place: CustomerDisplay['place'] = 'closed';
  #open: { readonly window: BrowserWindow; readonly spot: Spot } | null = null;
  #crashes: number[] = [];
  #isListening = false;

  constructor(options: CustomerWindowOptions & Walls) {
    this.#options = options;
  }

  get place(): CustomerDisplay['place'] {
    return this.#place;
  }

  get window(): BrowserWindow | null {
    return this.#open?.window ?? null;
  }

  /** Opens it where it belongs; one that is open stays. */
  show(): void {
    this.#crashes = [];
    if (!this.#isListening) for (const name of screenEvents) screen.on(name as 'display-added', this.#arrange);
    this.#isListening = true;
    this.#arrange();
  }

  hide(): void {
    this.#end('closed');
  }

  /** Screens come and go, and so does what is shown on them. */
  readonly #arrange = (): void => {
    const till = this.#options.till();
    if (!till || till.isDestroyed()) return;
    const tills = screen.getDisplayMatching(till.getBounds());
    const spot = spotFor(screen.getAllDisplays(), tills, screen.getPrimaryDisplay().id);
    if (this.#open?.spot.place === spot.place) {
      // A window to try it with stays where somebody has dragged it.
      if (spot.place === 'screen') this.#open.window.setBounds(spot.bounds);
      this.#open = { window: this.#open.window, spot };
      return;
    }
    const before = this.#open?.window;
    this.#open = { window: this.#make(spot), spot };
    before?.destroy();
    this.#become(spot.place);
  };

  #make(spot: Spot): BrowserWindow {
    const { page, log, preferences, claim } = this.#options;
    const isWhole = spot.place === 'screen';
    const window = new BrowserWindow({
      ...spot.bounds,
      show: false,
      frame: !isWhole,
      // A scanner types wherever the focus is: that stays at the till.
      focusable: !isWhole,
      alwaysOnTop: true,
      skipTaskbar: true,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      autoHideMenuBar: true,
      title: 'Galla',
      backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
      webPreferences: preferences(),
    });
    claim(window);
    // Above task bars and menus: that screen is the customer's.
    if (isWhole) window.setAlwaysOnTop(true, 'screen-saver');
    window.once('ready-to-show', () => {
      // Where screens differ in their density, the bounds hold only once the window is on its own.
      window.setBounds(this.#open?.window === window ? this.#open.spot.bounds : spot.bounds);
      window.showInactive();
    });
    window.on('focus', () => this.#options.till()?.focus());
    window.webContents.on('before-input-event', (event) => event.preventDefault());
    window.on('closed', () => {
      if (this.#open?.window === window) this.#end('closed');
    });
    window.on('unresponsive', () => window.webContents.forcefullyCrashRenderer());
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit') return;
      log.warn({ reason, exitCode }, 'customer display crashed');
      this.#recover(window);
    });
    window.webContents.on('did-fail-load', (_event, code, reason, _url, isMainFrame) => {
      if (isMainFrame) log.error({ code, reason }, 'customer display did not load');
    });
    load(window, page);
    return window;
  }

  #recover(window: BrowserWindow): void {
    const now = performance.now();
    this.#crashes = [...this.#crashes.filter((then) => now - then < loop.withinMs), now];
    // Not from inside the event: Chromium is still taking the old process down.
    setImmediate(() => {
      if (this.#open?.window !== window || window.isDestroyed()) return;
      if (this.#crashes.length > loop.times) this.#end('failed');
      else load(window, this.#options.page);
    });
  }

  #end(place: 'closed' | 'failed'): void {
    for (const name of screenEvents) screen.off(name as 'display-added', this.#arrange);
    this.#isListening = false;
    const window = this.#open?.window;
    this.#open = null;
    if (window && !window.isDestroyed()) window.destroy();
    this.#become(place);
  }

  #become(place: CustomerDisplay['place']): void {
    if (place === this.#place) return;
    this.#place = place;
    this.#options.onPlace();
  }
}

function load(window: BrowserWindow, page: Page): void {
  window.loadURL(page.display).catch(() => {
    // Reported by `did-fail-load`.
  });
}
