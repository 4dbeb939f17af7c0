import { zstdDecompressSync } from 'node:zlib';
import { limits } from '@shared/sync';

/** In bytes; a code unit of the text is at most three. Small pieces, because the engine keeps the last one for a while. */
const options = { chunkSize: 64 * 1024, maxOutputLength: limits.messageText * 3 };

/**
 * The JSON of a chunk's rows.
 *
 * @throws Error when they are not packed, or longer than any
 */
export function unpackRows(packed: string): string {
  return zstdDecompressSync(Buffer.from(packed, 'base64'), options).toString();
}
