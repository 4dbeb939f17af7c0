import { connect, type Socket } from 'node:net';
import { ByteInbox } from './bytes';
import { type Connection, errorCodeOf, TransportError } from './connection';

/** Raw printing; every network printer listens there. */
const usualPort = 9100;
const connectMs = 4_000;
/** Without progress for so long the printer's buffer is full and it does not print. */
const writeMs = 20_000;

const form = /^([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::(\d{1,5}))?$/i;

export interface NetworkAddress {
  readonly host: string;
  readonly port: number;
}

/** `192.168.1.50`, `printer.local:9101`, `[fe80::1]:9100`; null for anything else. */
export function readNetworkAddress(text: string): NetworkAddress | null {
  const match = form.exec(text.trim());
  const [, host, port = String(usualPort)] = match ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) return null;
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/** @throws TransportError `refused`, `unreachable` */
export async function openNetwork({ host, port }: NetworkAddress): Promise<Connection> {
  const socket = await connected(host, port);
  socket.setNoDelay(true);
  const inbox = new ByteInbox();
  let broken: TransportError | null = null;
  socket.on('data', (bytes) => inbox.push(bytes));
  socket.on('error', (cause) => {
    broken = new TransportError('broke_off', { cause });
  });
  socket.on('close', () => {
    broken ??= new TransportError('broke_off');
  });
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (broken) {
          reject(broken);
          return;
        }
        const stop = () => socket.destroy(new TransportError('no_answer'));
        const timer = setTimeout(stop, writeMs);
        // A closed socket calls back with an error, so this always ends.
        socket.write(bytes, (cause) => {
          clearTimeout(timer);
          if (cause) reject(cause instanceof TransportError ? cause : new TransportError('broke_off', { cause }));
          else resolve();
        });
      }),
    readByte: (withinMs) => inbox.next(withinMs),
    finish: () =>
      new Promise((resolve, reject) => {
        if (broken) {
          reject(broken);
          return;
        }
        socket.once('close', () => reject(broken ?? new TransportError('broke_off')));
        socket.end(() => resolve());
      }),
    close: () => socket.destroy(),
  };
}

function connected(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    const timer = setTimeout(() => socket.destroy(new TransportError('unreachable')), connectMs);
    const onError = (cause: Error) => {
      clearTimeout(timer);
      const refused = errorCodeOf(cause) === 'ECONNREFUSED' || errorCodeOf(cause) === 'ECONNRESET';
      reject(new TransportError(refused ? 'refused' : 'unreachable', { cause }));
    };
    socket.once('error', onError);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', onError);
      resolve(socket);
    });
  });
}
