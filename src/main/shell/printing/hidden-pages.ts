import { appOrigin } from '@shared/channels';
import type { Language } from '@shared/entities';
import { BrowserWindow, type WebContents } from 'electron';
import { paperFonts } from './fonts';

/** A page without scripts, shown to nobody. Whoever makes it has escaped every text. */
export interface HiddenPage {
  readonly language: Language;
  readonly title: string;
  readonly css: string;
  readonly body: string;
}

/** Where hidden pages are served; `serveApp` asks `current`. */
export const hiddenPath = '/paper';

const hidden = new WeakSet<WebContents>();

/** Hidden windows are taken where we want them, not by what they show. */
export const isHidden = (contents: WebContents): boolean => hidden.has(contents);

/**
 * Pages drawn in a window that nobody sees: sandboxed, without scripts, without a preload, under the policy of all our
 * pages. One at a time, and the window goes when the page is done: a till prints a few of them an hour.
 */
export class HiddenPages {
  #html = '';
  #turn: Promise<unknown> = Promise.resolve();

  /** The page that is being drawn now. */
  current = (): string => this.#html;

  /** Loads the page, then works with its window. */
  use<T>(page: HiddenPage, size: WindowSize, work: (window: BrowserWindow) => Promise<T>): Promise<T> {
    const mine = this.#turn.then(() => this.#draw(page, size, work));
    this.#turn = mine.catch(() => {});
    return mine;
  }

  async #draw<T>(page: HiddenPage, size: WindowSize, work: (window: BrowserWindow) => Promise<T>): Promise<T> {
    const window = new BrowserWindow({
      show: false,
      frame: false,
      useContentSize: true,
      width: size.width,
      height: size.height,
      backgroundColor: '#ffffff',
      webPreferences: {
        javascript: false,
        offscreen: size.draws,
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
        images: true,
      },
    });
    hidden.add(window.webContents);
    try {
      this.#html = documentOf(page);
      await window.loadURL(`${appOrigin}${hiddenPath}`);
      return await work(window);
    } finally {
      this.#html = '';
      window.destroy();
    }
  }
}

export interface WindowSize {
  readonly width: number;
  readonly height: number;
  /** Paints into memory instead of for a screen. */
  readonly draws: boolean;
}

function documentOf({ language, title, css, body }: HiddenPage): string {
  const fonts = paperFonts();
  const escaped = title.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped}</title>${fonts.preload}<style nonce="__CSP_NONCE__">${fonts.css}${css}</style></head><body>${body}</body></html>`;
}
