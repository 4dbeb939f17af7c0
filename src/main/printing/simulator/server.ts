import { createServer, type Server, type Socket } from 'node:net';
import type { PrinterSimulator } from './simulator';

export interface SimulatorServer {
  /** `127.0.0.1:port`, to be given to a network printer. */
  readonly address: string;
  close(): Promise<void>;
}

/** Puts a simulator on a port, as a network printer stands on 9100. For tests: the app talks to its own in memory. */
export async function serveSimulator(simulator: PrinterSimulator): Promise<SimulatorServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // The other side may go at any time.
    socket.on('error', () => socket.destroy());
    if (simulator.refuses) {
      socket.resetAndDestroy();
      return;
    }
    const wire = simulator.connect({
      answer: (bytes) => socket.write(bytes),
      drop: () => socket.resetAndDestroy(),
    });
    socket.on('data', (bytes) => wire.receive(bytes));
  });
  const port = await listening(server);
  return {
    address: `127.0.0.1:${port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('A TCP server has a port'));
      else resolve(address.port);
    });
  });
}
