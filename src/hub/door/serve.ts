import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import { limits } from '@shared/sync';
import { WebSocketServer } from 'ws';
import { answerHttp } from '../http';
import type { HubServer } from '../server';
import type { Certificate } from './certificate';
import { Lines, type LinesOptions } from './lines';

export interface DoorOptions extends Omit<LinesOptions, 'fingerprint' | 'errands'> {
  readonly certificate: Certificate;
  readonly port: number;
  /** All of the machine's addresses without. */
  readonly host?: string;
}

export interface Door extends HubServer {
  readonly lines: Lines;
}

/** Lines open at once, strangers among them; beyond it the system turns them away. */
const mostConnections = 4_000;

/** Puts a hub on a network: TLS 1.3 with the hub's own certificate, and a question before anything is heard. */
export async function serveDoor(options: DoorOptions): Promise<Door> {
  const { hub, devices, desk, operators, certificate, port, host } = options;
  const { key, cert, fingerprint } = certificate;
  const server = createServer(
    { key, cert, minVersion: 'TLSv1.3', handshakeTimeout: 10_000, headersTimeout: 10_000, requestTimeout: 10_000 },
    (request, response) => answerHttp(hub, request, response),
  );
  server.maxConnections = mostConnections;
  const lines: Lines = new Lines({
    ...options,
    fingerprint,
    errands: {
      hub,
      devices,
      desk,
      operators,
      isOnline: (terminal) => lines.isOnline(terminal),
      onChange: () => lines.tellChange(),
    },
  });
  const sockets = new WebSocketServer({
    server,
    maxPayload: limits.messageText * 3,
    perMessageDeflate: false,
    // Terminals are programs; a page in somebody's browser has no business here.
    verifyClient: ({ req }: { req: IncomingMessage }) => req.headers.origin === undefined,
  });
  // The server's errors come here too; who waits for it to listen hears of them there.
  sockets.on('error', () => {});
  sockets.on('connection', (socket, request) => lines.add(socket, request));
  const ticking = setInterval(() => {
    hub.tick();
    desk.tick();
  }, 1000);
  await listen(server, port, host);
  const address = server.address();
  return {
    lines,
    port: typeof address === 'object' && address ? address.port : port,
    close: async () => {
      clearInterval(ticking);
      desk.close();
      await hub.close();
      // What belongs to a line is done before the files are closed under it.
      const gone = [...sockets.clients].map((socket) => once(socket, 'close'));
      for (const socket of sockets.clients) socket.terminate();
      await Promise.all(gone);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** The port that was asked for or, when somebody else has it, any. */
async function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  try {
    await listenOn(server, port, host);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken || port === 0) throw error;
    await listenOn(server, 0, host);
  }
}

function listenOn(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host !== undefined && { host }) }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
