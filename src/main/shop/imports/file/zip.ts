import { crc32, inflateRawSync } from 'node:zlib';
import { importLimits } from '../limits';
import { badFormat, tooLarge } from './failure';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly crc: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const damaged = () => badFormat('damaged', 'The workbook is damaged');

/**
 * Unpacks the XML parts of a workbook, never to more than the limit: the sizes a zip states are only believed as long as
 * unpacking bears them out.
 *
 * @throws AppError `file_format`, `file_too_large`
 */
export function unpackXml(zip: Buffer): ReadonlyMap<string, Buffer> {
  const entries = directoryOf(zip).filter(({ name }) => name.endsWith('.xml') || name.endsWith('.rels'));
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > importLimits.xlsxUnpackedBytes) throw unpacksTooLarge();
  const parts = new Map<string, Buffer>();
  for (const entry of entries) {
    if (parts.has(entry.name)) throw damaged();
    parts.set(entry.name, unpack(zip, entry));
  }
  return parts;
}

const unpacksTooLarge = () =>
  tooLarge('The workbook unpacks to too much: save it as CSV', importLimits.xlsxUnpackedBytes, 'bytes');

/** APPNOTE.TXT 4.3.16 and 4.3.12: the end record is last, but for a comment; it says where the directory is. */
function directoryOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== endSignature) throw damaged();
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== directorySignature) throw damaged();
    const nameLength = zip.readUInt16LE(at + 28);
    const flags = zip.readUInt16LE(at + 8);
    if ((flags & 1) !== 0) throw badFormat('password', 'The workbook has a password');
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(zip: Buffer, { method, packed, unpacked, crc, offset }: Entry): Buffer {
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== localSignature) throw damaged();
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const bytes = zip.subarray(start, start + packed);
  let content: Buffer;
  try {
    content = method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: Math.max(unpacked, 1) });
  } catch (error) {
    // More came out than the directory had promised: that is a bomb, not a slip.
    if (error instanceof RangeError) throw unpacksTooLarge();
    throw damaged();
  }
  if ((method !== 0 && method !== 8) || content.length !== unpacked || crc32(content) !== crc) throw damaged();
  return content;
}
