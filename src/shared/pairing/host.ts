import {
  type HostFacts,
  hostCommitment,
  type JoinerFacts,
  joinerCommitment,
  type PairingCrypto,
  pairingDigits,
} from './transcript';
import { type HostMessage, type JoinerMessage, type PairingRefusal, pairingVersion } from './wire';

export type PairingEnd = 'wrong_digits' | 'expired' | 'line_lost' | 'broken_commitment' | 'closed';

export type WindowState =
  | { readonly at: 'closed' }
  | { readonly at: 'open'; readonly expiresAt: number }
  | { readonly at: 'asking'; readonly expiresAt: number; readonly joiner: JoinerFacts }
  | { readonly at: 'done'; readonly joiner: JoinerFacts }
  | { readonly at: 'failed'; readonly reason: PairingEnd };

/** A new till at the other end of a line. */
export interface Asker {
  send(message: HostMessage): void;
  hangUp(): void;
}

/** ms for which the door stays open, and ms between a till's first word and its second. */
export const pairingTimes = { window: 120_000, reveal: 10_000 } as const;

interface Attempt {
  readonly asker: Asker;
  readonly commitment: string;
  readonly since: number;
  /** Set when it has revealed itself and was shown our nonce. */
  shown: { readonly joiner: JoinerFacts; readonly digits: string } | null;
}

/**
 * The host's side of pairing, without sockets and timers: a window that somebody with the right to do so opens, and
 * that lets one till in. From the moment the host has shown its nonce, the window is used up, however it ends: whoever
 * could come again with another key would only have to come until the digits fit.
 */
export class PairingWindow {
  readonly #crypto: PairingCrypto;
  #state: WindowState = { at: 'closed' };
  #host: (HostFacts & { readonly nonce: string }) | null = null;
  #attempt: Attempt | null = null;

  constructor(crypto: PairingCrypto) {
    this.#crypto = crypto;
  }

  get state(): WindowState {
    return this.#state;
  }

  /** Opens anew; whoever was asking is sent away. `now` in ms of any clock that goes forward. */
  open(facts: HostFacts, now: number): void {
    this.#dismiss('closed');
    this.#host = { ...facts, nonce: this.#crypto.nonce() };
    this.#state = { at: 'open', expiresAt: now + pairingTimes.window };
  }

  close(): void {
    this.#dismiss('closed');
    this.#state = { at: 'closed' };
  }

  /** @param message null for what was no message of a till */
  receive(asker: Asker, message: JoinerMessage | null, now: number): void {
    this.tick(now);
    if (message?.t === 'ask') this.#ask(asker, message, now);
    else if (message?.t === 'reveal' && this.#attempt?.asker === asker && !this.#attempt.shown) {
      this.#reveal(this.#attempt, message, now);
    } else if (this.#attempt?.asker === asker) this.#end('broken_commitment');
    else this.#refuse(asker, 'protocol');
  }

  /** The till's line is gone. */
  lost(asker: Asker): void {
    if (this.#attempt?.asker === asker) this.#end('line_lost');
  }

  /**
   * What a person has typed against what the till shows. The till, when they are equal; otherwise the pairing is over.
   * The caller admits the till and then calls `admitted`.
   */
  compare(digits: string, now: number): JoinerFacts | null {
    this.tick(now);
    const shown = this.#attempt?.shown;
    if (this.#state.at !== 'asking' || !shown) return null;
    if (digits === shown.digits) return shown.joiner;
    this.#end('wrong_digits');
    return null;
  }

  /** The till that `compare` gave is enrolled: it is told so. */
  admitted(): void {
    const attempt = this.#attempt;
    if (!attempt?.shown) return;
    this.#attempt = null;
    this.#state = { at: 'done', joiner: attempt.shown.joiner };
    attempt.asker.send({ t: 'accepted' });
    attempt.asker.hangUp();
  }

  /** Time passes: windows close, and tills that ask and say no more are sent away. */
  tick(now: number): void {
    if ((this.#state.at === 'open' || this.#state.at === 'asking') && now >= this.#state.expiresAt) {
      this.#dismiss('expired');
      this.#state = { at: 'failed', reason: 'expired' };
    } else if (this.#attempt && !this.#attempt.shown && now - this.#attempt.since >= pairingTimes.reveal) {
      this.#dismiss('expired');
    }
  }

  #ask(asker: Asker, { version, commitment }: Extract<JoinerMessage, { t: 'ask' }>, now: number): void {
    if (version !== pairingVersion) this.#refuse(asker, 'protocol');
    else if (this.#attempt?.asker === asker) this.#end('broken_commitment');
    else if (this.#attempt) this.#refuse(asker, 'busy');
    else if (this.#state.at !== 'open' || !this.#host) this.#refuse(asker, 'not_open');
    else {
      this.#attempt = { asker, commitment, since: now, shown: null };
      asker.send({ t: 'offer', commitment: hostCommitment(this.#crypto, this.#host.nonce, this.#host) });
    }
  }

  #reveal(attempt: Attempt, message: Extract<JoinerMessage, { t: 'reveal' }>, now: number): void {
    if (this.#state.at !== 'open' || !this.#host) return;
    const { t: _, nonce, ...joiner } = message;
    if (joinerCommitment(this.#crypto, nonce, joiner) !== attempt.commitment) {
      this.#end('broken_commitment');
      return;
    }
    attempt.shown = { joiner, digits: pairingDigits(this.#crypto, { ...joiner, nonce }, this.#host) };
    const { expiresAt } = this.#state;
    this.#state = { at: 'asking', expiresAt, joiner };
    attempt.asker.send({ t: 'opened', ...this.#host, expiresIn: Math.max(1, Math.round(expiresAt - now)) });
  }

  /** Before our nonce was shown nobody has learnt anything, and the window stays open for the right one. */
  #end(reason: 'wrong_digits' | 'line_lost' | 'broken_commitment'): void {
    const isUsedUp = this.#attempt?.shown !== null || reason === 'broken_commitment';
    this.#dismiss(reason === 'line_lost' ? 'closed' : reason);
    if (isUsedUp) this.#state = { at: 'failed', reason };
  }

  #dismiss(reason: PairingRefusal): void {
    const attempt = this.#attempt;
    this.#attempt = null;
    if (attempt) this.#refuse(attempt.asker, reason);
  }

  #refuse(asker: Asker, reason: PairingRefusal): void {
    asker.send({ t: 'refused', reason });
    asker.hangUp();
  }
}
