import { createServer, type Server } from 'node:http';
import { limits } from '@shared/sync';
import { WebSocketServer } from 'ws';
import { answerHttp } from './http';
import type { Hub } from './hub';
import { openLine } from './socket-line';

export interface HubServer {
  readonly port: number;
  /** Says goodbye to everyone, then stops listening. */
  close(): Promise<void>;
}

/**
 * Puts a hub on a port of this machine without TLS and without asking who is there: for tests and benchmarks. What
 * others reach is `door`.
 */
export async function serveHub(hub: Hub, { port, host }: { port: number; host: string }): Promise<HubServer> {
  const server = createServer((request, response) => answerHttp(hub, request, response));
  const sockets = new WebSocketServer({ server, maxPayload: limits.messageText * 3, perMessageDeflate: false });
  sockets.on('connection', (socket, request) => {
    // Terminals are programs; a page in somebody's browser has no business here.
    if (request.headers.origin !== undefined) {
      socket.terminate();
      return;
    }
    const line = openLine(hub, socket, request.socket);
    socket.on('close', () => line.closed());
    socket.on('error', () => socket.terminate());
  });
  const ticking = setInterval(() => hub.tick(), 1000);
  await listen(server, port, host);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: async () => {
      clearInterval(ticking);
      await hub.close();
      for (const socket of sockets.clients) socket.terminate();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}
