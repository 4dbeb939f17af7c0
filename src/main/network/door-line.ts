import { lineText, type WelcomeMat, welcomeMatSchema } from '@shared/door';
import type { Address } from './address';
import type { Identity } from './identity';
import { type LineFailure, openSecureSocket, type SecureSocket } from './secure-socket';

export interface DoorLineOptions {
  readonly to: Address;
  readonly path: string;
  readonly fingerprint: string;
  readonly identity: Identity;
  readonly terminal: string;
  /** Of this program. */
  readonly version: string;
  /** The hub has taken our word for who we are. */
  readonly onAccepted: (hubVersion: string) => void;
  /** Whatever it says besides: also why it sends us away. */
  readonly onMessage: (text: string) => void;
  readonly onClose: (failure: LineFailure | null) => void;
}

/** A line to the hub that this till was paired with: its certificate is checked, then our signature is asked for. */
export function openDoorLine(options: DoorLineOptions): SecureSocket {
  const { to, path, fingerprint, identity, terminal, version, onAccepted, onMessage, onClose } = options;
  let isAccepted = false;
  const socket = openSecureSocket({
    to,
    path,
    fingerprint,
    onOpen: () => {},
    onClose,
    onMessage(text) {
      const greeting = isAccepted ? null : readGreeting(text);
      if (greeting === null) {
        onMessage(text);
      } else if (greeting.t === 'accepted') {
        isAccepted = true;
        onAccepted(greeting.version);
      } else {
        const signature = identity.sign(lineText({ path, nonce: greeting.nonce, fingerprint, terminal }));
        socket.send(JSON.stringify({ t: 'proof', terminal, key: identity.publicKey, signature, version }));
      }
    },
  });
  return socket;
}

function readGreeting(text: string): WelcomeMat | null {
  if (text.length > 1000) return null;
  try {
    const result = welcomeMatSchema.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
