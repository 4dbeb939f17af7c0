/** Ways to a printer. Each is opened for one paper and closed again, so that two tills can share one. */
import type { PrinterKind } from '@shared/contract';
import type { PrinterSimulator } from '../simulator';
import { type Connection, TransportError } from './connection';
import { isDevicePath, openDevice } from './device-file';
import { isFileName, openFile } from './file';
import { openNetwork, readNetworkAddress } from './network';
import { openSimulated } from './simulated';
import { isQueueName, openQueue } from './system-queue';

export { type Connection, TransportError } from './connection';
export { systemQueues } from './system-queue';

export interface Reach {
  readonly kind: PrinterKind;
  readonly address: string;
}

/** Whether an address makes sense for its kind; whether anybody is there is found out by printing. */
export function isAddress({ kind, address }: Reach): boolean {
  switch (kind) {
    case 'network':
      return readNetworkAddress(address) !== null;
    case 'device':
      return isDevicePath(address);
    case 'queue':
      return isQueueName(address);
    case 'file':
      return isFileName(address);
    case 'simulator':
      return address === '';
  }
}

export interface Surroundings {
  /** Where printers that are files have them. */
  readonly folder: string;
  readonly simulator: () => PrinterSimulator;
}

/** @throws TransportError */
export function openPrinter({ kind, address }: Reach, { folder, simulator }: Surroundings): Promise<Connection> {
  switch (kind) {
    case 'network': {
      const found = readNetworkAddress(address);
      return found ? openNetwork(found) : Promise.reject(new TransportError('unreachable'));
    }
    case 'device':
      return openDevice(address);
    case 'queue':
      return openQueue(address);
    case 'file':
      return openFile(folder, address);
    case 'simulator':
      return openSimulated(simulator());
  }
}

/** Whether the way has a way back, so that a printer can be asked how it is. */
export const hasWayBack = (kind: PrinterKind): boolean => kind === 'network' || kind === 'simulator';
