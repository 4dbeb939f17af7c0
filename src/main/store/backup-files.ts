import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';

/** Before a migration, or once a day. */
export type BackupKind = 'migration' | 'daily';

/** A backup by its name alone; what is inside is read by `describeBackup`. */
export interface BackupFile {
  readonly file: string;
  readonly kind: BackupKind;
  /** `user_version` of the copied file. */
  readonly version: number;
  /** When it was made, ms. */
  readonly at: number;
  readonly bytes: number;
}

/** How many of each kind are kept. Older ones go only after a newer one has proved good. */
const kept: Record<BackupKind, number> = { migration: 5, daily: 7 };

/** `<shop file>-<version>-<time>.db`, `<shop file>-daily-<version>-<time>.db`; UTC without colons, for Windows. */
const name = /^(?<shop>.+?)-(?<daily>daily-)?(?<version>\d+)-(?<day>\d{8})T(?<time>\d{9})Z\.db$/;

/** `<folder of the shop file>/backups`. */
export function backupFolder(file: string): string {
  return join(dirname(file), 'backups');
}

export function backupPath(file: string, kind: BackupKind, version: number, at: number): string {
  const daily = kind === 'daily' ? 'daily-' : '';
  return join(backupFolder(file), `${parse(file).name}-${daily}${version}-${timeStamp(at)}.db`);
}

/** `20261121T093015123Z`: sorts as text, and has no character that a file system refuses. */
export function timeStamp(at: number): string {
  return new Date(at).toISOString().replace(/[-:.]/g, '');
}

/** The backups of a shop file, newest first. */
export function listBackupFiles(file: string): BackupFile[] {
  const folder = backupFolder(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const found: BackupFile[] = [];
  for (const entry of readdirSync(folder)) {
    const parts = name.exec(entry)?.groups;
    if (!parts || parts.shop !== parse(file).name) continue;
    const path = join(folder, entry);
    found.push({
      file: path,
      kind: parts.daily ? 'daily' : 'migration',
      version: Number(parts.version),
      at: parseStamp(parts.day ?? '', parts.time ?? ''),
      bytes: statSync(path).size,
    });
  }
  return found.sort((a, b) => b.at - a.at);
}

/** Removes all but the newest of a kind. */
export function pruneBackups(file: string, kind: BackupKind): void {
  const ofKind = listBackupFiles(file).filter((backup) => backup.kind === kind);
  for (const old of ofKind.slice(kept[kind])) rmSync(old.file, { force: true });
}

function parseStamp(day: string, time: string): number {
  const date = day.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
  return Date.parse(`${date}T${time.replace(/(\d\d)(\d\d)(\d\d)(\d{3})/, '$1:$2:$3.$4')}Z`);
}
