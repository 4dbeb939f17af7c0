import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { limits } from '@shared/sync';
import type { ClientOptions, WebSocket } from 'ws';
import { type Address, addressText } from './address';

/** Why a line could not be opened. */
export type LineFailure = 'unreachable' | 'wrong_certificate';

export interface SecureSocketOptions {
  readonly to: Address;
  readonly path: string;
  /** SHA-256 of the certificate that is expected, hex; null for whichever there is (only while pairing). */
  readonly fingerprint: string | null;
  /** @param fingerprint of the certificate that the other side showed */
  readonly onOpen: (fingerprint: string) => void;
  readonly onMessage: (text: string) => void;
  /** Called once, at the end. `failure` when it was never open. */
  readonly onClose: (failure: LineFailure | null) => void;
}

export interface SecureSocket {
  send(text: string): void;
  terminate(): void;
  /** Takes nothing from it until told otherwise. */
  pause(isPaused: boolean): void;
}

/** ms until the other side must have answered. */
const patience = 10_000;

/**
 * A WebSocket over TLS 1.3 to the one certificate that is expected. The certificate is looked at before the first byte
 * of ours is sent inside the encryption. There is no certificate authority for the back of a shop: a pinned
 * fingerprint is stricter than any.
 */
export function openSecureSocket(options: SecureSocketOptions): SecureSocket {
  const { to, path, fingerprint, onOpen, onMessage } = options;
  let socket: WebSocket | null = null;
  let isOver = false;
  const close = (failure: LineFailure | null) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    tls.destroy();
    options.onClose(failure);
  };
  const timer = setTimeout(() => close('unreachable'), patience);
  // Loaded by the first line: a till that stands alone never needs it, and the others' start need not wait for it.
  const loading = import('ws');

  const tls = connect({
    ...to,
    minVersion: 'TLSv1.3',
    // Who it is, is asked below, by the fingerprint alone.
    rejectUnauthorized: false,
    ...(isIP(to.host) === 0 && { servername: to.host }),
  });
  tls.on('error', () => close('unreachable'));
  tls.on('close', () => close(socket === null ? 'unreachable' : null));
  tls.on('secureConnect', () => {
    if (isOver) return;
    const seen = fingerprintOf(tls);
    if (seen === null || (fingerprint !== null && seen !== fingerprint)) {
      close('wrong_certificate');
      return;
    }
    void loading.then(({ WebSocket }) => {
      if (!isOver) speak(new WebSocket(`ws://${addressText(to)}${path}`, inside(tls)), seen);
    });
  });
  const speak = (opening: WebSocket, seen: string) => {
    opening.on('open', () => {
      if (isOver) return;
      clearTimeout(timer);
      socket = opening;
      onOpen(seen);
    });
    opening.on('message', (data) => {
      if (!isOver) onMessage(String(data));
    });
    opening.on('error', () => {});
    opening.on('close', () => close(socket === null ? 'unreachable' : null));
  };

  return {
    send: (text) => {
      if (socket !== null && socket.readyState === socket.OPEN) socket.send(text);
    },
    terminate: () => {
      isOver = true;
      clearTimeout(timer);
      socket?.terminate();
      tls.destroy();
    },
    pause(isPaused) {
      if (isPaused) socket?.pause();
      else socket?.resume();
    },
  };
}

/** The encryption is there already; the WebSocket is spoken inside it. */
function inside(tls: TLSSocket): ClientOptions {
  return {
    createConnection: () => tls,
    maxPayload: limits.messageText * 3,
    perMessageDeflate: false,
    handshakeTimeout: patience,
  };
}

function fingerprintOf(tls: TLSSocket): string | null {
  const { raw } = tls.getPeerCertificate();
  return raw ? createHash('sha256').update(raw).digest('hex') : null;
}
