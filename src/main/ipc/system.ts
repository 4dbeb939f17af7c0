import type { CustomerDisplay, NoticeChoice } from '@shared/contract';
import type { Ids } from '@shared/ids';
import type { Log } from '@shared/log';
import type { Handlers } from '../shop';
import type { ShopHost, SystemCall } from './host';

/** What the desktop does for us. */
export interface DesktopPorts {
  /** Asks where to, writes the file; null when the person cancelled. */
  readonly saveDiagnostics: () => Promise<string | null>;
  /** @throws AppError `bad_value` for a link that may not leave the app */
  readonly openExternal: (url: string) => Promise<void>;
  readonly display: CustomerScreen;
  readonly notices: ChosenNotices;
}

/** Which native notifications this machine shows. */
export interface ChosenNotices {
  readonly now: () => NoticeChoice;
  readonly set: (chosen: NoticeChoice) => NoticeChoice;
}

/** The customer's screen of this machine. */
export interface CustomerScreen {
  readonly now: () => CustomerDisplay;
  readonly set: (wanted: Pick<CustomerDisplay, 'on' | 'message'>) => Promise<CustomerDisplay>;
}

/** The way into the training shop and out of it. */
export interface TrainingDoor {
  /** @throws AppError `busy`, `training_failed`, or what the disk has to say */
  start(): Promise<void>;
  end(): Promise<void>;
}

export interface SystemOptions extends DesktopPorts {
  readonly host: ShopHost;
  readonly training: TrainingDoor;
  readonly log: Log;
  readonly ids: Ids;
}

export function createSystemHandlers(options: SystemOptions) {
  const { host, training, log, ids, saveDiagnostics, openExternal, display, notices } = options;
  const handlers: Handlers<SystemCall> = {
    'system.status': () => host.status(),
    'system.retry': () => host.retry(),
    'system.restoreBackup': ({ file }) => host.restore(file),
    'system.saveDiagnostics': async () => ({ file: await saveDiagnostics() }),
    async 'system.startTraining'() {
      await training.start();
      return null;
    },
    async 'system.endTraining'() {
      await training.end();
      return null;
    },
    async 'system.openExternal'({ url }) {
      await openExternal(url);
      return null;
    },
    'system.display': () => display.now(),
    'system.setDisplay': (wanted) => display.set(wanted),
    'system.notices': () => notices.now(),
    'system.setNotices': (chosen) => notices.set(chosen),
    'system.reportError'({ message, stack, screen }) {
      const correlationId = ids.next().slice(-12);
      log.error({ correlationId, screen, error: withoutDigits(message), stack: framesOf(stack) }, 'screen failed');
      return { correlationId };
    },
  };
  return handlers;
}

/** A screen's own error message may quote a PIN or a phone; no message is worth that. */
function withoutDigits(message: string): string {
  return message.replaceAll(/\d{4,}/g, '[digits]');
}

/** Only where it happened: the first line of a stack repeats the message. */
function framesOf(stack: string | undefined): string[] {
  if (stack === undefined) return [];
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line));
}
