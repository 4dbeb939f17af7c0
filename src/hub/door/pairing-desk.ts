import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '@shared/clock';
import type { Pairing } from '@shared/contract';
import { type Asker, joinerSchema, type PairingCrypto, PairingWindow, readPairing } from '@shared/pairing';
import type { Hub } from '../hub';
import type { HubStore } from '../store';
import type { Devices } from './devices';

const crypto: PairingCrypto = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  nonce: () => randomBytes(32).toString('hex'),
};

export interface PairingDeskOptions {
  readonly hub: Pick<Hub, 'enrol'>;
  readonly store: HubStore;
  readonly devices: Devices;
  readonly fingerprint: string;
  readonly clock: Clock;
  readonly onChange: () => void;
}

/** The pairing window with a real clock, and what follows when the digits are right. */
export class PairingDesk {
  readonly #options: PairingDeskOptions;
  readonly #window = new PairingWindow(crypto);
  #done: Extract<Pairing, { state: 'done' }> | null = null;
  #known: Pairing['state'] = 'closed';

  constructor(options: PairingDeskOptions) {
    this.#options = options;
  }

  async open(): Promise<Pairing> {
    const { store, fingerprint, clock } = this.#options;
    const [settings] = await store.all('business_settings');
    const name = settings?.row.name;
    this.#done = null;
    this.#window.open({ fingerprint, shop: typeof name === 'string' && name !== '' ? name : 'Galla' }, clock.now());
    return this.#tell();
  }

  close(): Pairing {
    this.#window.close();
    this.#done = null;
    return this.#tell();
  }

  get pairing(): Pairing {
    const { state } = this.#window;
    if (state.at === 'open') return { state: 'open', expiresAt: state.expiresAt, addresses: [] };
    if (state.at === 'asking') {
      return { state: 'asking', expiresAt: state.expiresAt, request: { deviceName: state.joiner.deviceName } };
    }
    if (state.at === 'failed') return { state: 'failed', reason: state.reason };
    return (state.at === 'done' && this.#done) || { state: 'closed' };
  }

  /** Enrols the till when the digits are its own. `wrong` ends the pairing; `closed`: there is nobody to compare with. */
  async confirm(digits: string, name: string, role: 'counter' | 'office'): Promise<Pairing | 'wrong' | 'closed'> {
    const { hub, devices, clock } = this.#options;
    if (this.#window.state.at !== 'asking') return 'closed';
    const joiner = this.#window.compare(digits, clock.now());
    if (!joiner) {
      const { state, reason } = { reason: null, ...this.#tell() };
      return state === 'failed' && reason === 'wrong_digits' ? 'wrong' : 'closed';
    }
    // Its identity may be another device's, or one that was sent away: then it has to make itself a new one.
    if (!devices.bind(joiner.terminal, joiner.key)) {
      this.#window.close();
      this.#tell();
      return 'closed';
    }
    const { series } = await hub.enrol({ id: joiner.terminal, name, role });
    this.#done = { state: 'done', terminal: { id: joiner.terminal, name, series } };
    this.#window.admitted();
    return this.#tell();
  }

  /** A till's line on `/pair`. */
  receive(asker: Asker, text: string): void {
    this.#window.receive(asker, readPairing(joinerSchema, text), this.#options.clock.now());
    this.#tell();
  }

  lost(asker: Asker): void {
    this.#window.lost(asker);
    this.#tell();
  }

  tick(): void {
    this.#window.tick(this.#options.clock.now());
    this.#tell();
  }

  #tell(): Pairing {
    const { pairing } = this;
    if (pairing.state !== this.#known) this.#options.onChange();
    this.#known = pairing.state;
    return pairing;
  }
}
