import type { Upstream, UpstreamOf } from '@shared/sync';
import type { Session } from './session';

/** The event loop the hub shares with its sockets. Without one, everything happens as soon as it can. */
export interface Loop {
  /** Resolves when the messages that have come by now are handed in. */
  turn(): Promise<void>;
  /** Calls back once, after `ms`. */
  after(ms: number, work: () => void): void;
}

export interface Push {
  readonly session: Session;
  readonly push: UpstreamOf<'push'>;
}

interface Received {
  readonly session: Session;
  readonly message: Upstream;
  /** Code units of the message. */
  readonly text: number;
  /** Rounds that went before it. */
  passed: number;
}

type Job = Received | { readonly work: () => Promise<void> };

interface RoundsOptions {
  readonly loop: Loop | undefined;
  /** Pushes of sessions that have proved who they are, to be committed together. */
  readonly onPushes: (pushes: readonly Push[]) => Promise<void>;
  /** Any other message. `later` when it must be asked about again: a push of a session that has now proved itself. */
  readonly onMessage: (session: Session, message: Upstream) => Promise<'done' | 'again'>;
  readonly afterRound: () => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/** A message waits, or does not any more. */
function count({ session, text }: Received, by: 1 | -1): void {
  session.waiting += by;
  session.waitingText += by * text;
}

/** Mutations in one commit. */
const mostMutations = 1000;
/** Rounds that a terminal lets pass that begins a copy while there is other work. */
const mostPassed = 50;

/**
 * One thing at a time, in the order in which it came; pushes that wait together are one round. What comes in one turn
 * of the event loop waits together, and between rounds the loop has its turn: that is the group commit.
 *
 * Only who asks for a chunk of a snapshot is put aside: a chunk is as much work as a hundred sales, and fifty terminals
 * that take a copy at once must not stand before a cashier. One chunk is made between two rounds; what its terminal has
 * said since waits behind it. Who begins a copy waits until nothing else does, or fifty rounds have passed: terminals that
 * come at once are then all welcomed before the first of them is served, and can share its moment of the shop.
 */
export class Rounds {
  readonly #options: RoundsOptions;
  #jobs: Job[] = [];
  /** Where the queue begins in `#jobs`. */
  #first = 0;
  /** Lines that wait for a chunk: the question, and what was said on the line after it. */
  readonly #aside = new Map<Session, [chunk: Received, ...after: Received[]]>();
  #running: Promise<void> | null = null;
  #isClosed = false;

  constructor(options: RoundsOptions) {
    this.#options = options;
  }

  /** How much waits. */
  get waiting(): number {
    let aside = 0;
    for (const jobs of this.#aside.values()) aside += jobs.length;
    return this.#jobs.length - this.#first + aside;
  }

  /** @param text code units of the message */
  receive(session: Session, message: Upstream, text: number): void {
    const job = { session, message, text, passed: 0 };
    count(job, 1);
    this.#add(job);
  }

  do<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#add({ work: () => work().then(resolve, reject) });
    });
  }

  /** Something besides a message has happened that a round should look at. */
  nudge(work: () => Promise<void> = async () => {}): void {
    this.#add({ work });
  }

  /** Resolves when nothing is waiting. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Nothing is taken any more; resolves when what was begun is done. */
  async close(): Promise<void> {
    await this.idle();
    this.#isClosed = true;
  }

  #add(job: Job): void {
    if (this.#isClosed) return;
    this.#jobs.push(job);
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    const { loop, onFailure } = this.#options;
    while (this.waiting > 0) {
      await (loop ? loop.turn() : Promise.resolve());
      try {
        await this.#round();
      } catch (error) {
        onFailure(error);
      }
    }
    this.#running = null;
  }

  async #round(): Promise<void> {
    this.#putAside();
    const isBusy = this.#peek() !== undefined;
    if (isBusy) await this.#next();
    for (const [session, [chunk, ...after]] of this.#aside) {
      const isBeginning = chunk.message.t === 'copy' && chunk.message.snapshot === null;
      if (isBeginning && isBusy && chunk.passed++ < mostPassed) continue;
      this.#aside.delete(session);
      this.#jobs.splice(this.#first, 0, ...after);
      await this.#hear(chunk);
      break;
    }
  }

  async #next(): Promise<void> {
    const pushes = this.#takePushes();
    if (pushes.length > 0) {
      await this.#options.onPushes(pushes);
    } else {
      const job = this.#take();
      if (job && 'work' in job) await job.work();
      else if (job) await this.#hear(job);
    }
    await this.#options.afterRound();
  }

  async #hear(job: Received): Promise<void> {
    const { session, message } = job;
    count(job, -1);
    if (session.phase === 'closed') return;
    if ((await this.#options.onMessage(session, message)) === 'again') {
      count(job, 1);
      this.#jobs.splice(this.#first, 0, job);
    }
  }

  #putAside(): void {
    for (let job = this.#peek(); job && 'session' in job; job = this.#peek()) {
      const waiting = this.#aside.get(job.session);
      if (waiting) waiting.push(job);
      else if (job.message.t === 'copy') this.#aside.set(job.session, [job]);
      else return;
      this.#take();
    }
  }

  #peek(): Job | undefined {
    return this.#jobs[this.#first];
  }

  #take(): Job | undefined {
    const job = this.#peek();
    if (!job) return undefined;
    this.#first += 1;
    // Taking from the front of an array of thousands costs its length each time; so it is cut now and then.
    if (this.#first >= 1000 || this.#first === this.#jobs.length) {
      this.#jobs = this.#jobs.slice(this.#first);
      this.#first = 0;
    }
    return job;
  }

  #takePushes(): Push[] {
    const taken: Push[] = [];
    let mutations = 0;
    for (let job = this.#peek(); job && 'message' in job && job.message.t === 'push'; job = this.#peek()) {
      const { session, message } = job;
      if (this.#aside.has(session) || (!session.hasProved && session.phase !== 'closed')) break;
      if (mutations > 0 && mutations + message.mutations.length > mostMutations) break;
      this.#take();
      count(job, -1);
      if (session.phase === 'closed' || session.phase === 'forked') continue;
      if (message.session !== session.name || message.fence !== session.fence) continue;
      mutations += message.mutations.length;
      taken.push({ session, push: message });
    }
    return taken;
  }
}
