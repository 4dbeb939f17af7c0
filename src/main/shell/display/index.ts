/** The customer's screen: whether there is one, and its window. Nothing of it is loaded on a till without. */
import { writeFileSync } from 'node:fs';
import type { CustomerDisplay, PushEvent } from '@shared/contract';
import { facesCustomers } from '../for-customers';
import { push } from '../ipc-door';
import { readJson } from '../json-file';
import { customerPreferences } from './session';
import type { CustomerWindow, CustomerWindowOptions } from './window';

export interface CustomerScreenOptions extends CustomerWindowOptions {
  /** What was chosen, on this machine. */
  readonly file: string;
}

type Chosen = Pick<CustomerDisplay, 'on' | 'message'>;

/** Whoever starts the till waits for the till alone. */
const afterTheTillMs = 1_000;

export function createCustomerScreen({ file, ...options }: CustomerScreenOptions) {
  let chosen: Chosen | undefined;
  let display: CustomerWindow | null = null;

  const choice = (): Chosen => {
    chosen ??= readChosen(file);
    return chosen;
  };
  const now = (): CustomerDisplay => {
    const { on, message } = choice();
    return { on, message, place: on ? (display?.place ?? 'closed') : 'off' };
  };
  const show = async () => {
    const window = await import('./window');
    display ??= new window.CustomerWindow({ ...options, preferences: customerPreferences, claim: facesCustomers });
    // It may have been switched off, or the till closed, while that was loaded.
    if (choice().on && options.till()) display.show();
  };

  return {
    now,
    async set({ on, message }: Chosen): Promise<CustomerDisplay> {
      chosen = { on, message: message.trim() };
      try {
        writeFileSync(file, JSON.stringify(chosen));
      } catch (error) {
        options.log.warn({ error }, 'the customer display could not be remembered');
      }
      if (on) await show();
      else display?.hide();
      return now();
    },
    /** The till is on the screen: what was on with it the last time comes back. */
    resume(): void {
      const timer = setTimeout(() => {
        if (choice().on) void show().catch((error: unknown) => options.log.error({ error }, 'no customer display'));
      }, afterTheTillMs);
      timer.unref();
    },
    /** The till is gone. */
    end: (): void => display?.hide(),
    isOpen: (): boolean => display?.window != null,
    is: (webContentsId: number): boolean => display?.window?.webContents.id === webContentsId,
    send(event: PushEvent): void {
      if (display?.window) push(display.window, options.page.origin, event);
    },
  };
}

function readChosen(file: string): Chosen {
  const { on, message } = readJson(file);
  return { on: on === true, message: typeof message === 'string' ? message.slice(0, 120) : '' };
}
