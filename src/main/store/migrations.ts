import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { applicationId } from './pragmas';
import { asDatabaseProblem, DatabaseProblem } from './problem';

/** One step forward of the schema. There is no way back: an older app refuses a newer file. */
export interface Migration {
  /** 1, 2, 3 … without a gap; also the file's `user_version` after this step. */
  readonly number: number;
  readonly name: string;
  /** Statements without BEGIN or COMMIT. */
  readonly sql: string;
}

const fileName = /(?:^|[\\/])(\d{4})_([a-z0-9_]+)\.sql$/;

/** Reads `0001_name.sql` … from texts by path, sorted; throws when a name is wrong or a number is missing. */
export function parseMigrations(texts: Readonly<Record<string, string>>): Migration[] {
  const migrations = Object.entries(texts).map(([path, sql]) => {
    const match = fileName.exec(path);
    if (!match?.[1] || !match[2]) throw new Error(`Not a migration's name: ${path} (0001_what_it_does.sql)`);
    return { number: Number(match[1]), name: match[2], sql };
  });
  migrations.sort((a, b) => a.number - b.number);
  migrations.forEach((migration, index) => {
    if (migration.number !== index + 1) throw new Error(`Migration ${index + 1} is missing or given twice`);
  });
  return migrations;
}

/** For plain Node (tests, command-line tools); the app's bundle carries the texts inside, see `src/main/bundled.ts`. */
export function loadMigrationsFromFolder(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return parseMigrations(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
}

/**
 * Brings the file from `user_version = from` to the last migration, in **one** transaction for all pending steps:
 * were the first committed and the second failed, the file would fit neither the old app nor the new one.
 *
 * Foreign keys are off while it runs, so that a step may rebuild a table (https://sqlite.org/lang_altertable.html,
 * section 7), and checked as a whole before the commit. A step whose table is named in triggers begins with
 * `PRAGMA legacy_alter_table = ON;`, which holds until the end of the run.
 *
 * @param backup where the file was copied to before, for the message
 * @throws DatabaseProblem `migration_failed` (the file is as it was), or what the disk had to say
 */
export function applyMigrations(
  db: Database,
  file: string,
  migrations: readonly Migration[],
  from: number,
  backup: string | null,
): void {
  const pending = migrations.filter((migration) => migration.number > from);
  if (pending.length === 0) return;
  db.pragma('foreign_keys = OFF');
  let step: Migration | undefined;
  try {
    db.exec('BEGIN IMMEDIATE');
    for (step of pending) {
      db.exec(step.sql);
      if (!db.inTransaction) throw new Error('A migration must not commit by itself');
      db.pragma(`user_version = ${step.number}`);
    }
    db.pragma(`application_id = ${applicationId}`);
    const broken = db.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) {
      throw new Error(`${broken.length} rows refer to nothing, the first: ${JSON.stringify(broken[0])}`);
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    const problem = asDatabaseProblem(error, file);
    if (problem instanceof DatabaseProblem) throw problem;
    const reason = error instanceof Error ? error.message : String(error);
    const name = step ? `${step.number} ${step.name}` : '';
    const params = { from, migration: name, reason, ...(backup === null ? {} : { backup }) };
    throw new DatabaseProblem('migration_failed', file, params, error);
  } finally {
    db.pragma('legacy_alter_table = OFF');
    db.pragma('foreign_keys = ON');
  }
}
