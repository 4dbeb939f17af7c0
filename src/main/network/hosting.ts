import type { HubStart } from '@shared/door';
import { AppError } from '@shared/errors';
import type { Log } from '@shared/log';
import { type ControlLine, openControl } from './control';
import { type HubProcess, watchHub } from './hub-process';
import type { Identity } from './identity';
import type { HubChild } from './ports';

/** Where the hub inside this till listens, and with which certificate. */
export interface HubPlace {
  readonly port: number;
  readonly fingerprint: string;
}

export interface HostingOptions {
  readonly startHub: (start: HubStart) => HubChild;
  readonly announced: boolean;
  readonly folder: string;
  readonly version: string;
  readonly identity: Identity;
  readonly log: Log;
  /** It listens and takes errands; the port may be another one than before. */
  readonly onUp: (place: HubPlace) => void;
  readonly onDied: () => void;
  /** The pairing, or who is there, is not what it was. */
  readonly onChange: () => void;
}

const firstWait = 500;
const longestWait = 30_000;
/** A hub that lived so long starts counting from zero. ms */
const stableAfter = 60_000;

interface Running {
  readonly process: HubProcess;
  place: HubPlace | null;
  control: ControlLine | null;
}

/** Keeps the hub's process alive: starts it, starts it again with growing pauses when it dies, ends it with the app. */
export class Hosting {
  readonly #options: HostingOptions;
  #running: Running | null = null;
  #isWanted = false;
  #port = 0;
  #terminal = '';
  #failures = 0;
  #retry: NodeJS.Timeout | undefined;

  constructor(options: HostingOptions) {
    this.#options = options;
  }

  /** Null while it is not up. */
  get place(): HubPlace | null {
    return this.#running?.place ?? null;
  }

  /**
   * @param port the one it had last, 0 for any
   * @param terminal this till's identity, under which it does errands
   */
  start(port: number, terminal: string): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    this.#port = port;
    this.#terminal = terminal;
    this.#failures = 0;
    this.#spawn();
  }

  /** @throws AppError `hub_unavailable` while it is not up */
  get control(): ControlLine {
    const control = this.#running?.control;
    if (!control) throw new AppError('hub_unavailable', 'The hub is not up just now');
    return control;
  }

  /** Resolves when its process has ended. */
  async stop(): Promise<void> {
    this.#isWanted = false;
    clearTimeout(this.#retry);
    const running = this.#running;
    this.#running = null;
    running?.control?.close();
    await running?.process.stop();
  }

  #spawn(): void {
    const { startHub, folder, announced, version, identity, log } = this.#options;
    const start = { folder, port: this.#port, operator: identity.publicKey, announced, version };
    const hub = watchHub(startHub(start), log);
    const running: Running = { process: hub, place: null, control: null };
    this.#running = running;
    const startedAt = performance.now();
    hub.ready.then((place) => this.#up(running, place)).catch(() => {});
    void hub.ended.then(() => {
      if (this.#running !== running) return;
      this.#running = null;
      running.control?.close();
      if (performance.now() - startedAt >= stableAfter) this.#failures = 0;
      const wait = Math.min(longestWait, firstWait * 2 ** this.#failures);
      this.#failures += 1;
      log.warn({ wait }, 'the hub inside this till has ended; it is started again');
      this.#options.onDied();
      this.#retry = setTimeout(() => this.#isWanted && this.#spawn(), wait);
    });
  }

  async #up(running: Running, place: HubPlace): Promise<void> {
    const { identity, version, onChange, onUp, log } = this.#options;
    try {
      const control = await openControl({
        to: { host: '127.0.0.1', port: place.port },
        fingerprint: place.fingerprint,
        identity,
        terminal: this.#terminal,
        version,
        onChange,
        onClose: () => this.#controlLost(running, place),
      });
      if (this.#running !== running) return control.close();
      running.place = place;
      running.control = control;
      this.#port = place.port;
      onUp(place);
    } catch (error) {
      log.warn({ error: String(error) }, 'the hub inside this till takes no errands');
    }
  }

  /** The process may live on: then the line is opened again. */
  #controlLost(running: Running, place: HubPlace): void {
    if (this.#running !== running || !this.#isWanted) return;
    running.control = null;
    this.#retry = setTimeout(() => {
      if (this.#running === running) void this.#up(running, place);
    }, firstWait);
  }
}
