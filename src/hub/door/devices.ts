import { chmodSync } from 'node:fs';
import Database from 'better-sqlite3';

/** A terminal's identity and the device key that may speak as it. */
export interface Device {
  readonly terminal: string;
  readonly key: string;
  readonly revoked: boolean;
  readonly lastSeen: number | null;
  readonly version: string | null;
}

interface Row extends Omit<Device, 'revoked'> {
  revoked: 0 | 1;
}

const columns = 'terminal, key, revoked, lastSeen, version';

const schema = `
  -- Which device key speaks as which terminal. A key has several when its file was restored and took a new name.
  CREATE TABLE IF NOT EXISTS device (
    terminal TEXT    NOT NULL PRIMARY KEY,
    key      TEXT    NOT NULL,
    revoked  INTEGER NOT NULL DEFAULT 0 CHECK (revoked IN (0, 1)),
    -- The till that this hub runs in: who starts the hub also says which key that is.
    host     INTEGER NOT NULL DEFAULT 0 CHECK (host IN (0, 1)),
    lastSeen INTEGER,
    version  TEXT
  ) STRICT;
  -- Errands of the operator's command line, one process to the other.
  CREATE TABLE IF NOT EXISTS errand (
    id     INTEGER PRIMARY KEY,
    ask    TEXT NOT NULL,
    answer TEXT
  ) STRICT;
`;

/**
 * Who may come in. A file of its own beside the log: keys belong to this hub alone and never travel. Small enough that
 * every question goes to the disk's cache and none is remembered here.
 */
export class Devices {
  readonly #db: Database.Database;

  constructor(file: string) {
    this.#db = new Database(file);
    this.#db.pragma('journal_mode = WAL');
    this.#db.pragma('synchronous = FULL');
    this.#db.pragma('busy_timeout = 5000');
    this.#db.exec(schema);
    chmodSync(file, 0o600);
  }

  get(terminal: string): Device | null {
    const row = this.#db.prepare<[string], Row>(`SELECT ${columns} FROM device WHERE terminal = ?`).get(terminal);
    return row ? { ...row, revoked: row.revoked === 1 } : null;
  }

  all(): Device[] {
    return this.#db
      .prepare<[], Row>(`SELECT ${columns} FROM device ORDER BY terminal`)
      .all()
      .map((row) => ({ ...row, revoked: row.revoked === 1 }));
  }

  /** Lets a key speak as a terminal. False when the terminal is another key's, or was revoked. */
  bind(terminal: string, key: string): boolean {
    const known = this.get(terminal);
    if (known) return known.key === key && !known.revoked;
    this.#db.prepare('INSERT INTO device (terminal, key) VALUES (?, ?)').run(terminal, key);
    return true;
  }

  /** The same for the till that the hub runs in, which may have lost its key. */
  bindHost(terminal: string, key: string): boolean {
    this.#db.prepare('UPDATE device SET key = ? WHERE terminal = ? AND host = 1').run(key, terminal);
    if (!this.bind(terminal, key)) return false;
    this.#db.prepare('UPDATE device SET host = 1 WHERE terminal = ?').run(terminal);
    return true;
  }

  /** The device is not welcome any more, under none of its names; returns them. */
  revoke(terminal: string): string[] {
    return this.#db
      .prepare<[string], { terminal: string }>(
        'UPDATE device SET revoked = 1 WHERE key = (SELECT key FROM device WHERE terminal = ?) RETURNING terminal',
      )
      .all(terminal)
      .map((row) => row.terminal);
  }

  seen(terminal: string, at: number, version: string): void {
    this.#db.prepare('UPDATE device SET lastSeen = ?, version = ? WHERE terminal = ?').run(at, version, terminal);
  }

  /** Leaves an errand for the process that has the hub open; its number. */
  leave(ask: string): number {
    return Number(this.#db.prepare('INSERT INTO errand (ask) VALUES (?)').run(ask).lastInsertRowid);
  }

  /** Errands that nobody has done. */
  waiting(): { id: number; ask: string }[] {
    return this.#db
      .prepare<[], { id: number; ask: string }>('SELECT id, ask FROM errand WHERE answer IS NULL ORDER BY id')
      .all();
  }

  answer(id: number, answer: string): void {
    this.#db.prepare('UPDATE errand SET answer = ? WHERE id = ?').run(answer, id);
  }

  /** The answer, once, when it is there. */
  take(id: number): string | null {
    const found = this.#db
      .prepare<[number], { answer: string }>('DELETE FROM errand WHERE id = ? AND answer IS NOT NULL RETURNING answer')
      .get(id);
    return found?.answer ?? null;
  }

  /** Errands of a hub that was not running are not done hours later. */
  forgetErrands(): void {
    this.#db.exec('DELETE FROM errand');
  }

  close(): void {
    this.#db.close();
  }
}
