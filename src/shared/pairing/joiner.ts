import { hostCommitment, type JoinerFacts, joinerCommitment, type PairingCrypto, pairingDigits } from './transcript';
import { type HostMessage, type JoinerMessage, type PairingRefusal, pairingVersion } from './wire';

export type JoinerState =
  | { readonly at: 'asking' }
  | { readonly at: 'revealing' }
  /** The digits are on the screen and wait to be typed at the host. */
  | { readonly at: 'comparing'; readonly digits: string; readonly shop: string; readonly expiresIn: number }
  | { readonly at: 'accepted'; readonly shop: string }
  | { readonly at: 'failed'; readonly reason: PairingRefusal | 'line_lost' | 'wrong_certificate' };

/** The new till's side of a pairing, without sockets: `start` and `receive` say what to send. */
export class Joiner {
  readonly #crypto: PairingCrypto;
  readonly #facts: JoinerFacts;
  readonly #seen: string;
  readonly #nonce: string;
  #commitment = '';
  #state: JoinerState = { at: 'asking' };

  /** @param seen fingerprint of the certificate that the line itself showed, whatever the host says of it */
  constructor(crypto: PairingCrypto, facts: JoinerFacts, seen: string) {
    this.#crypto = crypto;
    this.#facts = facts;
    this.#seen = seen;
    this.#nonce = crypto.nonce();
  }

  get state(): JoinerState {
    return this.#state;
  }

  start(): JoinerMessage {
    return {
      t: 'ask',
      version: pairingVersion,
      commitment: joinerCommitment(this.#crypto, this.#nonce, this.#facts),
    };
  }

  /** @param message null for what was no message of a host */
  receive(message: HostMessage | null): JoinerMessage | null {
    const { at } = this.#state;
    if (at === 'accepted' || at === 'failed') return null;
    if (message?.t === 'refused') {
      this.#state = { at: 'failed', reason: message.reason };
    } else if (message?.t === 'offer' && at === 'asking') {
      this.#commitment = message.commitment;
      this.#state = { at: 'revealing' };
      return { t: 'reveal', nonce: this.#nonce, ...this.#facts };
    } else if (message?.t === 'opened' && at === 'revealing') {
      this.#compare(message);
    } else if (message?.t === 'accepted' && this.#state.at === 'comparing') {
      this.#state = { at: 'accepted', shop: this.#state.shop };
    } else {
      this.#state = { at: 'failed', reason: 'protocol' };
    }
    return null;
  }

  lost(): void {
    const { at } = this.#state;
    if (at !== 'accepted' && at !== 'failed') this.#state = { at: 'failed', reason: 'line_lost' };
  }

  #compare({ nonce, fingerprint, shop, expiresIn }: Extract<HostMessage, { t: 'opened' }>): void {
    const host = { nonce, fingerprint, shop };
    if (hostCommitment(this.#crypto, nonce, host) !== this.#commitment) {
      this.#state = { at: 'failed', reason: 'broken_commitment' };
    } else if (fingerprint !== this.#seen) {
      // Somebody in between who passes the host's words on, but has only a certificate of its own.
      this.#state = { at: 'failed', reason: 'wrong_certificate' };
    } else {
      const digits = pairingDigits(this.#crypto, { ...this.#facts, nonce: this.#nonce }, host);
      this.#state = { at: 'comparing', digits, shop, expiresIn };
    }
  }
}
