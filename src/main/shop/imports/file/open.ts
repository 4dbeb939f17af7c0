import { open, stat } from 'node:fs/promises';
import { AppError } from '@shared/errors';
import { importLimits } from '../limits';
import { badFormat, tooLarge, unreadable } from './failure';

/** A file as it was when it was looked at; another size or time later is another file. */
export interface Fingerprint {
  readonly bytes: number;
  readonly modified: number;
}

export interface FoundFile {
  readonly format: 'csv' | 'xlsx';
  readonly fingerprint: Fingerprint;
  /** The first 64 KB. */
  readonly head: Buffer;
}

const headBytes = 64 * 1024;

/** @throws AppError `file_unreadable`: missing, no right to it, a folder */
export async function fingerprintOf(path: string): Promise<Fingerprint> {
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (!found.isFile()) throw unreadable(path, Object.assign(new Error('not a file'), { code: 'EISDIR' }));
  return { bytes: found.size, modified: found.mtimeMs };
}

/** @throws AppError `import_stale` when the file is no longer the one that was looked at */
export async function refuseChanged(path: string, before: Fingerprint): Promise<void> {
  const now = await fingerprintOf(path);
  if (now.bytes === before.bytes && now.modified === before.modified) return;
  throw new AppError('import_stale', 'The file has changed since it was looked at', { file: path });
}

/**
 * Looks at the beginning of a file. What it is decides its content, not its name.
 *
 * @throws AppError `file_unreadable`, `file_format`, `file_too_large`
 */
export async function findFile(path: string): Promise<FoundFile> {
  const fingerprint = await fingerprintOf(path);
  if (fingerprint.bytes === 0) throw badFormat('empty', 'The file is empty');
  const head = await readHead(path);
  const format = formatOf(head);
  const limit = format === 'csv' ? importLimits.csvBytes : importLimits.xlsxBytes;
  if (fingerprint.bytes > limit) throw tooLarge(`The file has more than ${limit} bytes`, limit, 'bytes');
  return { format, fingerprint, head };
}

async function readHead(path: string): Promise<Buffer> {
  try {
    await using file = await open(path, 'r');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw unreadable(path, error);
  }
}

const startsWith = (head: Buffer, ...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);

function formatOf(head: Buffer): 'csv' | 'xlsx' {
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  // The container of Excel 97, and of workbooks with a password.
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw badFormat('old_excel', 'An Excel 97 workbook, or one with a password: save it as XLSX or CSV');
  }
  return 'csv';
}
