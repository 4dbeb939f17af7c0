/** Who sent a call, as the transport saw it; told apart from Electron so that a test can be any sender. */
export interface Sender {
  readonly webContentsId: number;
  /** False for an iframe, and for a frame that was gone or had moved on when the call arrived. */
  readonly isTopFrame: boolean;
  /** Scheme and host of the page that called; `null` as text for an opaque one. */
  readonly origin: string;
}

export interface TrustedSenders {
  /** The app's own windows. */
  readonly knowsWebContents: (id: number) => boolean;
  /** Compared as a whole, never by its beginning. */
  readonly origin: string;
}

/** Only a top frame, of a window we opened, that shows our own page. */
export function isTrustedSender(sender: Sender, trusted: TrustedSenders): boolean {
  return sender.isTopFrame && sender.origin === trusted.origin && trusted.knowsWebContents(sender.webContentsId);
}
