import { createHash, randomBytes } from 'node:crypto';
import type { JoinFailure, Joining } from '@shared/contract';
import { doorPaths } from '@shared/door';
import { hostSchema, Joiner, type JoinerFacts, type PairingCrypto, readPairing } from '@shared/pairing';
import { type Address, addressText } from './address';
import type { KnownHub } from './memory';
import { openSecureSocket, type SecureSocket } from './secure-socket';

export const pairingCrypto: PairingCrypto = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  nonce: () => randomBytes(32).toString('hex'),
};

export interface JoinAttemptOptions {
  readonly to: Address;
  readonly facts: JoinerFacts;
  /** ms since 1970. */
  readonly now: () => number;
  readonly onChange: () => void;
  /** The person at the host has typed our digits. Throws when the disk does not take what is to be remembered. */
  readonly onAccepted: (hub: KnownHub) => void;
}

type Before = Extract<Joining, { state: 'connecting' | 'comparing' | 'failed' }>;

/** One try to be let in by a hub, up to the moment it trusts us. */
export class JoinAttempt {
  readonly #socket: SecureSocket;
  #state: Before;

  constructor({ to, facts, now, onChange, onAccepted }: JoinAttemptOptions) {
    const address = addressText(to);
    this.#state = { state: 'connecting', address };
    let joiner: Joiner | null = null;
    let seen = '';
    const look = () => {
      const state = joiner?.state;
      if (state?.at === 'comparing' && this.#state.state !== 'comparing') {
        const { shop, digits, expiresIn } = state;
        this.#state = { state: 'comparing', shop, digits, expiresAt: now() + expiresIn };
      } else if (state?.at === 'failed') {
        this.#fail(failures[state.reason]);
      } else if (state?.at === 'accepted') {
        this.#socket.terminate();
        try {
          onAccepted({ name: state.shop, address, fingerprint: seen });
        } catch {
          this.#fail('disk');
        }
      }
      onChange();
    };
    this.#socket = openSecureSocket({
      to,
      path: doorPaths.pairing,
      fingerprint: null,
      onOpen: (fingerprint) => {
        seen = fingerprint;
        joiner = new Joiner(pairingCrypto, facts, fingerprint);
        this.#socket.send(JSON.stringify(joiner.start()));
      },
      onMessage: (text) => {
        const answer = joiner?.receive(readPairing(hostSchema, text));
        if (answer) this.#socket.send(JSON.stringify(answer));
        look();
      },
      onClose: () => {
        if (joiner === null) this.#fail('unreachable');
        else joiner.lost();
        look();
      },
    });
  }

  get state(): Before {
    return this.#state;
  }

  cancel(): void {
    this.#socket.terminate();
  }

  #fail(reason: JoinFailure): void {
    this.#socket.terminate();
    this.#state = { state: 'failed', reason };
  }
}

type Ended = Extract<Joiner['state'], { at: 'failed' }>['reason'];

const failures: Readonly<Record<Ended, JoinFailure>> = {
  wrong_digits: 'wrong_digits',
  expired: 'expired',
  closed: 'closed',
  line_lost: 'line_lost',
  broken_commitment: 'broken_commitment',
  wrong_certificate: 'wrong_certificate',
  not_open: 'not_open',
  busy: 'refused',
  terminal_taken: 'refused',
  rate_limited: 'too_many_tries',
  protocol: 'protocol',
};
