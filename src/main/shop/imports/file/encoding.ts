import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import type { FileEncoding } from '@shared/contract';
import { AppError } from '@shared/errors';
import { badFormat, unreadable } from './failure';

/**
 * How a text file is written: by its byte order mark; UTF-16 without one by its pattern of zeros; UTF-8 if the whole file
 * is strictly that; else windows-1252, which any bytes are, so the person is asked to look at the preview.
 *
 * @throws AppError `file_format` for what is no text
 */
export async function detectEncoding(path: string, head: Buffer): Promise<FileEncoding> {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const wide = withoutMark(head);
  if (wide) return wide;
  if (head.includes(0)) throw badFormat('binary', 'The file is no text');
  const controls = head.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 26);
  if (controls.length > head.length / 100) throw badFormat('binary', 'The file is no text');
  return (await isUtf8File(path)) ? 'utf-8' : 'windows-1252';
}

/** Latin text in UTF-16 has a zero in every second byte. */
function withoutMark(head: Buffer): FileEncoding | null {
  const pairs = Math.floor(head.length / 2);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs; index++) {
    if (head[2 * index] === 0) even++;
    if (head[2 * index + 1] === 0) odd++;
  }
  if (pairs < 4) return null;
  if (odd > pairs / 2 && even < pairs / 20) return 'utf-16le';
  return even > pairs / 2 && odd < pairs / 20 ? 'utf-16be' : null;
}

async function isUtf8File(path: string): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunksOf(path)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = endOfCharacters(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return false;
    rest = bytes.subarray(whole);
    if (rest.length > 3) return false;
  }
  return rest.length === 0;
}

/** Where the last character that is certainly complete ends: a chunk may cut one in two. */
function endOfCharacters(bytes: Buffer): number {
  let index = bytes.length - 1;
  while (index >= 0 && index >= bytes.length - 4 && ((bytes[index] ?? 0) & 0xc0) === 0x80) index--;
  return index >= 0 && (bytes[index] ?? 0) >= 0xc0 ? index : bytes.length;
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const stream = createReadStream(path, { highWaterMark: 1024 * 1024 });
  try {
    for await (const chunk of stream) yield chunk;
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    stream.destroy();
  }
}

/**
 * The file as text, piece by piece, without its mark.
 *
 * @param onBytes told how many bytes have been read so far
 * @throws AppError `file_encoding` where the bytes are not of this encoding, `file_unreadable`
 */
export async function* readText(
  path: string,
  encoding: FileEncoding,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of chunksOf(path)) {
      bytes += chunk.length;
      yield decoder.decode(chunk, { stream: true });
      onBytes(bytes);
    }
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new AppError('file_encoding', `The file is not ${encoding}`, { encoding }, { cause: error });
  }
}
