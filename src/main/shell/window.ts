import { BrowserWindow, nativeTheme, screen } from 'electron';
import { ownPagePreferences } from './web-preferences';
import { minimumSize, readPlace, savePlace } from './window-bounds';

/** The renderer's own paper (src/renderer/theme), so that nothing flashes before its first paint. */
const paper = { light: '#f7f7f4', dark: '#131416' } as const;

export interface WindowOptions {
  readonly url: string;
  /** Where the window was when it was closed last. */
  readonly placeFile: string;
}

/** Opens the till's window. It shows itself at its first paint: the outline of the screen, not white. */
export function openWindow({ url, placeFile }: WindowOptions): BrowserWindow {
  const place = readPlace(
    placeFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    show: false,
    width: 1280,
    height: 800,
    ...place.bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Galla',
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    autoHideMenuBar: true,
    webPreferences: {
      ...ownPagePreferences(),
      // The scanner's beep may be the first thing that happens.
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  window.once('ready-to-show', () => {
    if (place.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => savePlace(placeFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  void window.loadURL(url).catch(() => {
    // Reported by `did-fail-load`, which the crash guard watches.
  });
  return window;
}

/** The first screen again, as at the start: nothing that was on it is kept. */
export function loadAnew(window: BrowserWindow, url: string): void {
  if (window.isDestroyed()) return;
  void window.loadURL(url).catch(() => {
    // Reported by `did-fail-load`, as at the start.
  });
}

/** Brings the window before the person, wherever it was. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
