import type { Log } from '@shared/log';
import type { HubChild } from './ports';

/** A hub's process as the till sees it. */
export interface HubProcess {
  /** When it listens: where, and with which certificate. Rejects when it ended before. */
  readonly ready: Promise<{ readonly port: number; readonly fingerprint: string }>;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Asks it to end in good order; ends it by force when it does not within five seconds. */
  stop(): Promise<void>;
}

const patience = 5_000;

export function watchHub(child: HubChild, log: Log): HubProcess {
  const ended = new Promise<void>((resolve) => child.onExit(resolve));
  const ready = new Promise<{ port: number; fingerprint: string }>((resolve, reject) => {
    child.onMessage((message) => {
      if (message.t === 'ready') resolve({ port: message.port, fingerprint: message.fingerprint });
      else log[message.level]({ ...message.fields, from: 'hub' }, message.message);
    });
    void ended.then(() => reject(new Error('The hub ended before it listened')));
  });
  return {
    ready,
    ended,
    async stop() {
      child.post({ t: 'stop' });
      const timer = setTimeout(() => child.kill(), patience);
      await ended;
      clearTimeout(timer);
    },
  };
}
