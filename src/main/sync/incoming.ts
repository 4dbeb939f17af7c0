import type { DownstreamOf } from '@shared/sync';
import { CopyTransfer } from './copy-transfer';
import type { Talk } from './talk';

/** An entry that could not be applied so often is not tried again: a copy is the way round it. */
const mostFailures = 3;

/** Reads the hub's log from the cursor on, or a copy of the shop when the log does not reach that far back. */
export class Incoming {
  readonly #talk: Talk;
  readonly #copy: CopyTransfer;
  /** A hole in the frames was reported and not yet filled. */
  #asked = false;
  #head = 0;
  #failures = 0;

  constructor(talk: Talk) {
    this.#talk = talk;
    this.#copy = new CopyTransfer(talk.ports.replica, talk.ports.sha256);
  }

  /** On a new line nothing was asked. */
  reset(): void {
    this.#asked = false;
  }

  /** Entries of the hub's log that are not here. */
  get behind(): number {
    return Math.max(0, this.#head - this.#talk.ports.replica.state().cursor);
  }

  welcomed({ head, resume, granted }: DownstreamOf<'welcome'>): void {
    this.#head = head;
    if (resume === 'push') this.#talk.enter('push_only');
    else if (resume === 'copy') this.#beginCopy(granted);
    else this.#follow();
  }

  /** The question that was not answered. */
  again(): void {
    if (this.#talk.phase === 'live') this.#pull();
    else this.#askChunk();
  }

  /** Says how far the log was read, should a frame have been lost. */
  remind(): void {
    const { phase, timers, ports } = this.#talk;
    if (phase !== 'live' || timers.at('answer') !== null) return;
    this.#talk.ask({ t: 'pull', cursor: ports.replica.state().cursor });
  }

  frame(frame: DownstreamOf<'frame'>): void {
    if (this.#talk.phase !== 'live') return;
    const { replica } = this.#talk.ports;
    const { cursor } = replica.state();
    this.#head = Math.max(this.#head, frame.to);
    if (frame.to <= cursor) return;
    if (frame.from !== cursor) {
      if (!this.#asked) this.#pull();
      return;
    }
    try {
      replica.apply(frame);
    } catch (error) {
      this.#cannotApply(error);
      return;
    }
    this.#failures = 0;
    this.#asked = false;
    this.#talk.timers.clear('answer');
    this.#talk.progressed();
    this.#talk.tell();
  }

  chunk(chunk: DownstreamOf<'chunk'>): void {
    if (this.#talk.phase !== 'copying') return;
    let taken: ReturnType<CopyTransfer['take']>;
    try {
      taken = this.#copy.take(chunk, () => this.#askChunk());
    } catch (error) {
      this.#cannotApply(error);
      return;
    }
    if (taken === 'ignored') return;
    this.#talk.progressed();
    if (taken === 'begin') this.#askChunk();
    else if (taken === 'whole') this.land();
  }

  /** Goes on with what follows the last chunk of a copy; the line has its turn in between. */
  land(): void {
    const { timers, now } = this.#talk;
    timers.clear('answer');
    let landed: ReturnType<CopyTransfer['land']>;
    try {
      landed = this.#copy.land();
    } catch (error) {
      this.#cannotApply(error);
      return;
    }
    this.#talk.progressed();
    if (landed === 'again') {
      timers.set('land', now + 1);
    } else if (landed === 'begin') {
      this.#askChunk();
    } else {
      this.#failures = 0;
      this.#follow();
    }
  }

  #follow(): void {
    this.#talk.enter('live');
    this.#pull();
  }

  #pull(): void {
    const { timers, now, ports } = this.#talk;
    this.#asked = true;
    timers.set('answer', now + ports.times.answer);
    this.#talk.ask({ t: 'pull', cursor: ports.replica.state().cursor });
  }

  #beginCopy(granted: DownstreamOf<'welcome'>['granted']): void {
    this.#talk.enter('copying');
    this.#copy.begin(granted);
    this.#askChunk();
  }

  #askChunk(): void {
    const { timers, now, ports } = this.#talk;
    timers.set('answer', now + ports.times.answer);
    this.#talk.ask({ t: 'copy', ...this.#copy.wanted() });
  }

  /** A full disk passes; an entry that does not fit never will. */
  #cannotApply(error: unknown): void {
    this.#talk.ports.log.error({ error: String(error) }, 'Entries of the hub could not be applied');
    this.#failures += 1;
    if (this.#failures >= mostFailures) {
      this.#failures = 0;
      this.#beginCopy(null);
    } else {
      this.#talk.lost('cannot_apply');
    }
  }
}
