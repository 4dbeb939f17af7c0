import type { PrinterSimulator } from '../simulator';
import { ByteInbox } from './bytes';
import { type Connection, TransportError } from './connection';

/** A wire to the printer that exists only in memory. @throws TransportError `refused` */
export async function openSimulated(simulator: PrinterSimulator): Promise<Connection> {
  if (simulator.refuses) throw new TransportError('refused');
  const inbox = new ByteInbox();
  let isDropped = false;
  const wire = simulator.connect({
    answer: (bytes) => inbox.push(bytes),
    drop: () => {
      isDropped = true;
    },
  });
  const check = () => {
    if (isDropped) throw new TransportError('broke_off');
  };
  return {
    async write(bytes) {
      check();
      wire.receive(bytes);
      check();
    },
    readByte: (withinMs) => inbox.next(withinMs),
    finish: async () => check(),
    close() {},
  };
}
