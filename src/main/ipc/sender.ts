import type { AppWindow } from '@shared/contract';

/** Who sent a call, as the transport saw it; told apart from Electron so that a test can be any sender. */
export interface Sender {
  readonly webContentsId: number;
  /** False for an iframe, and for a frame that was gone or had moved on when the call arrived. */
  readonly isTopFrame: boolean;
  /** Scheme and host of the page that called; `null` as text for an opaque one. */
  readonly origin: string;
}

export interface TrustedSenders {
  /** Which of the app's own windows it is; null for any other web contents. */
  readonly windowOf: (webContentsId: number) => AppWindow | null;
  /** Compared as a whole, never by its beginning. */
  readonly origin: string;
}

/** Which window calls. Only the top frame of a window we opened, showing our own page, is any of them: else null. */
export function callingWindow(sender: Sender, trusted: TrustedSenders): AppWindow | null {
  return sender.isTopFrame && sender.origin === trusted.origin ? trusted.windowOf(sender.webContentsId) : null;
}
