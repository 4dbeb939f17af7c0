import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type LaneRow, laneOf } from './sqlite-rows';

const name = /^hub-(\d+)\.db$/;

/** Backups kept. */
const most = 7;

/** When the newest backup in a folder was made, ms; null when there is none. */
export function lastBackup(folder: string): number | null {
  return backups(folder)[0] ?? null;
}

/**
 * Copies the hub's file while it is written, checks every page of the copy, and only then gives it its name. Keeps the
 * newest seven.
 *
 * @returns the head of the log in the copy: everything up to there is safe when the file itself is lost
 * @throws Error when the copy could not be made or does not pass; nothing is left behind then
 */
export async function backUp(db: Database.Database, folder: string, now: number): Promise<number> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const target = join(folder, `hub-${now}.db`);
  const partial = `${target}.partial`;
  try {
    await db.backup(partial);
    const head = provedHead(partial);
    flush(partial);
    renameSync(partial, target);
    for (const old of backups(folder).slice(most)) rmSync(join(folder, `hub-${old}.db`));
    return head;
  } catch (error) {
    for (const tail of ['', '-wal', '-shm', '-journal']) rmSync(partial + tail, { force: true });
    throw error;
  }
}

function backups(folder: string): number[] {
  let files: string[];
  try {
    files = readdirSync(folder);
  } catch {
    return [];
  }
  return files.flatMap((file) => Number(name.exec(file)?.[1] ?? Number.NaN) || []).sort((a, b) => b - a);
}

function provedHead(file: string): number {
  const copy = new Database(file, { fileMustExist: true });
  try {
    // One file that can be carried away.
    copy.pragma('journal_mode = DELETE');
    const found = copy.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(`The backup is damaged: ${String(found)}`);
    return laneOf(copy.prepare<[], LaneRow>('SELECT * FROM lane').get()).head;
  } finally {
    copy.close();
  }
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
