import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Connection, TransportError } from './connection';

const form = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,60}$/u;

/** A bare name: the folder is ours, so that no printer can be a file of somebody else's. */
export function isFileName(name: string): boolean {
  return form.test(name);
}

/** Papers one after the other in `<folder>/<name>.prn`, as a printer would get them. */
export async function openFile(folder: string, name: string): Promise<Connection> {
  if (!isFileName(name)) throw new TransportError('cannot_write');
  const parts: Uint8Array[] = [];
  return {
    async write(bytes) {
      parts.push(bytes);
    },
    readByte: async () => null,
    async finish() {
      try {
        await mkdir(folder, { recursive: true });
        await appendFile(join(folder, `${name}.prn`), Buffer.concat(parts));
      } catch (cause) {
        throw new TransportError('cannot_write', { cause });
      }
    },
    close() {},
  };
}
