import { readAddress } from '../../src/main/network/address';
import { loadIdentity } from '../../src/main/network/identity';
import { JoinAttempt } from '../../src/main/network/join';
import { noVault, silentLog, temporaryFolder } from './network';

export interface AskingTill {
  /** Six, as it shows them. */
  readonly digits: string;
  /** Resolves when the host has let it in. */
  readonly accepted: Promise<void>;
  leave(): void;
}

/** A new till that has asked a host to let it in and shows its digits. */
export function askToJoin(address: string, terminal: string, deviceName = 'Counter by the door'): Promise<AskingTill> {
  const { folder, remove } = temporaryFolder();
  const { publicKey } = loadIdentity(folder, noVault, silentLog, true);
  remove();
  return new Promise((resolve, reject) => {
    let accept: () => void = () => {};
    const accepted = new Promise<void>((let_in) => {
      accept = let_in;
    });
    const attempt = new JoinAttempt({
      to: readAddress(address),
      facts: { key: publicKey, terminal, deviceName },
      now: Date.now,
      onAccepted: () => accept(),
      onChange() {
        const { state } = attempt;
        if (state.state === 'failed') reject(new Error(state.reason));
        if (state.state !== 'comparing') return;
        resolve({ digits: state.digits, accepted, leave: () => attempt.cancel() });
      },
    });
  });
}
