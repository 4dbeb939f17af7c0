import type { CallName, CallOutput, PushEvent } from '@shared/contract';
import { callChannel, eventChannel } from '../../../src/shared/channels';
import type { RunningApp } from './app';

type Topic = Extract<PushEvent, { type: 'changes' }>['changes'][number]['topic'];

/** Answers that stand in for main's own. */
export type Part = { readonly [N in CallName]?: CallOutput<N> };

/**
 * Plays situations that only a second machine, a thief on the network or a broken disk would bring, so that there is a
 * picture of each. From now on these calls answer so, all others as before; the page hears that something changed.
 * As much of it as `topic` is about is asked anew at once. For looking only: what a played call does to the app proves nothing.
 */
export async function play({ electron }: RunningApp, part: Part, topic: Topic = 'network'): Promise<void> {
  const change: PushEvent = { type: 'changes', changes: [{ topic, seq: 0 }] };
  await electron.evaluate(
    ({ ipcMain, BrowserWindow }, { answers, call, event, push }) => {
      type Handler = (event: unknown, name: string, input: unknown) => unknown;
      const kept = Reflect.get(globalThis, 'ownHandler') as Handler | undefined; // proof: set below, and nowhere else
      // Electron has no public way to ask for the handler that it was given.
      const own = kept ?? (Reflect.get(ipcMain, '_invokeHandlers') as Map<string, Handler>).get(call); // proof: Electron's own map
      if (!own) throw new Error('the app answers no calls');
      Reflect.set(globalThis, 'ownHandler', own);
      ipcMain.removeHandler(call);
      ipcMain.handle(call, (from, name: string, input: unknown) =>
        Object.hasOwn(answers, name) ? { ok: true, value: answers[name] } : own(from, name, input),
      );
      for (const window of BrowserWindow.getAllWindows()) window.webContents.mainFrame.send(event, push);
    },
    { answers: part as Record<string, unknown>, call: callChannel, event: eventChannel, push: change }, // proof: plain data
  );
}
