import { callChannel, eventChannel } from '@shared/channels';
import type { PushEvent } from '@shared/contract';
import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';

/** What is known of a caller; the rest of Electron's event stays here. */
interface Caller {
  readonly webContentsId: number;
  readonly isTopFrame: boolean;
  readonly origin: string;
}

export type AnswerCall = (caller: Caller, name: unknown, input: unknown) => Promise<unknown>;

/** The only use of `ipcMain`. */
export function openIpcDoor(answer: AnswerCall): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => answer(callerOf(event), name, input));
}

function callerOf({ sender, senderFrame }: IpcMainInvokeEvent): Caller {
  return {
    webContentsId: sender.id,
    isTopFrame: senderFrame !== null && senderFrame === sender.mainFrame,
    origin: senderFrame?.origin ?? 'null',
  };
}

/** Sends to the window's top frame, and only while it shows a page of ours. */
export function push(window: BrowserWindow, origin: string, event: PushEvent): void {
  if (window.isDestroyed() || window.webContents.isCrashed()) return;
  const { mainFrame } = window.webContents;
  if (mainFrame.origin === origin) mainFrame.send(eventChannel, event);
}
