import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { RunningApp } from './app';

/**
 * What a line does to the bytes on it.
 * - `whole`: passes them on
 * - `cut`: every connection ends at once, and so does every new one
 * - `hole`: swallows them in both directions; connections stay open, new ones are taken
 * - `deaf`: what the till says arrives, what it is answered does not
 */
export type LineState = 'whole' | 'cut' | 'hole' | 'deaf';

/** The cable between a till and its hub, in the test's hands. */
export interface NetworkLine {
  /** What the till is to believe the hub's address is. */
  readonly address: string;
  become(state: LineState): void;
  close(): Promise<void>;
}

/** A TCP proxy on this machine before the port of a hub. */
export async function layLine(port: number): Promise<NetworkLine> {
  let state: LineState = 'whole';
  const open = new Set<Socket>();
  const server = createServer((till) => {
    if (state === 'cut') {
      till.destroy();
      return;
    }
    const hub = connect({ host: '127.0.0.1', port });
    for (const [socket, other] of [
      [till, hub],
      [hub, till],
    ] as const) {
      open.add(socket);
      socket.setNoDelay(true);
      // Whoever is cut off finds out by the closing that follows.
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
    till.on('data', (bytes) => {
      if (state !== 'hole') hub.write(bytes);
    });
    hub.on('data', (bytes) => {
      if (state === 'whole') till.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cutAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`, // proof: it listens on a TCP port
    become(next) {
      // A connection of which bytes are missing is of no use to anybody any more.
      if (state !== 'whole' || next === 'cut') cutAll();
      state = next;
    },
    async close() {
      cutAll();
      server.close();
      await once(server, 'close');
    },
  };
}

/**
 * A cut cable also carries no multicast: without this a till that cannot reach its hub would hear of the hub's real
 * address on this machine, and go around the line.
 */
export async function withoutMulticast({ electron }: Pick<RunningApp, 'electron'>): Promise<void> {
  await electron.evaluate(() => {
    const { Socket } = process.getBuiltinModule('node:dgram');
    const emit = Socket.prototype.emit;
    Socket.prototype.emit = function (this: unknown, name: string | symbol, ...args: unknown[]) {
      return name === 'message' ? false : Reflect.apply(emit, this, [name, ...args]);
    };
  });
}
