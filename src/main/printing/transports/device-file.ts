import { constants, type FileHandle, open } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import { type Connection, errorCodeOf, TransportError } from './connection';

/** Devices a printer may be: parallel and USB printers, serial ports, Bluetooth serial; and Windows' names for them. */
const form =
  /^(\/dev\/(usb\/lp\d{1,2}|lp\d{1,2}|ttyUSB\d{1,2}|ttyACM\d{1,2}|ttyS\d{1,2}|rfcomm\d{1,2}|cu\.[\w.-]{1,60})|(?:\\\\\.\\)?(?:COM|LPT)\d{1,3})$/;

/** Only names of printing devices: nothing else of the disk is ever opened for writing. */
export function isDevicePath(path: string): boolean {
  return form.test(path);
}

/** A printer without paper takes no bytes; for so long it may take none. */
const patienceMs = 20_000;
const pauseMs = 50;

/**
 * Write only: most of these devices cannot be asked. Opened without blocking, because a write to a USB printer that is
 * out of paper would otherwise hold a thread for ever.
 *
 * @throws TransportError `no_device`, `not_allowed`, `busy_device`
 */
export async function openDevice(path: string): Promise<Connection> {
  const handle = await opened(path);
  return {
    write: (bytes) => writeAll(handle, bytes),
    readByte: async () => null,
    finish: () => handle.close(),
    close() {
      // Closed already when all went well.
      handle.close().catch(() => {});
    },
  };
}

async function opened(path: string): Promise<FileHandle> {
  if (!isDevicePath(path)) throw new TransportError('no_device');
  try {
    const handle = await open(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
    // A plain file of that name would fill up without a word.
    if (process.platform === 'win32' || (await handle.stat()).isCharacterDevice()) return handle;
    await handle.close();
  } catch (cause) {
    const code = errorCodeOf(cause);
    if (code === 'EACCES' || code === 'EPERM') throw new TransportError('not_allowed', { cause });
    if (code === 'EBUSY') throw new TransportError('busy_device', { cause });
    throw new TransportError('no_device', { cause });
  }
  throw new TransportError('no_device');
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  let waitedMs = 0;
  while (written < bytes.length) {
    try {
      const { bytesWritten } = await handle.write(bytes, written);
      written += bytesWritten;
      waitedMs = 0;
    } catch (cause) {
      if (errorCodeOf(cause) !== 'EAGAIN') throw new TransportError('broke_off', { cause });
      if (waitedMs >= patienceMs) throw new TransportError('no_answer', { cause });
      await after(pauseMs);
      waitedMs += pauseMs;
    }
  }
}
