import { Notification } from 'electron';
import type { NoticeContent, Presenting } from './notice-desk';

/** Held until they are done with: a collected notification never tells that it was clicked. */
const alive = new Set<Notification>();

/** Shows a native notification. On a system without any, it stays owed and the app's own list has it. */
export function presentNotification(
  { title, body, to }: NoticeContent,
  { onShown, onFailed, onClick }: Presenting & { readonly onClick: (to: string) => void },
): void {
  if (!Notification.isSupported()) {
    onFailed();
    return;
  }
  const notification = new Notification({ title, body: asPlainText(body) });
  alive.add(notification);
  notification.on('show', onShown);
  notification.on('failed', () => {
    alive.delete(notification);
    onFailed();
  });
  notification.on('close', () => alive.delete(notification));
  notification.on('click', () => {
    alive.delete(notification);
    onClick(to);
  });
  notification.show();
}

/**
 * On Linux the body is markup (Desktop Notifications Specification, "Markup") and Electron hands it on as it is: a
 * product's name must not become a link or an image.
 */
function asPlainText(body: string): string {
  if (process.platform !== 'linux') return body;
  return body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
