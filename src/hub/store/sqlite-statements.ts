import type Database from 'better-sqlite3';
import type { EntityRow, LaneRow, TerminalRow } from './sqlite-rows';
import type { LogRow, Quarantined } from './types';

const logColumns = 'seq, terminal, mid, name, actor, at, received, ops, scopes, chain';

/** Everything the hub says to its tables. */
export function statements(db: Database.Database) {
  return {
    begin: db.prepare('BEGIN IMMEDIATE'),
    beginReading: db.prepare('BEGIN'),
    commit: db.prepare('COMMIT'),
    rollback: db.prepare('ROLLBACK'),
    lane: db.prepare<[], LaneRow>('SELECT * FROM lane'),
    touch: db.prepare('UPDATE lane SET head = head'),
    row: db.prepare<[string, string], EntityRow>('SELECT * FROM entity WHERE entity = ? AND id = ?'),
    all: db.prepare<[string], EntityRow>('SELECT * FROM entity WHERE entity = ? ORDER BY id'),
    mutation: db.prepare<[string, number], { hash: string; outcome: string }>(
      'SELECT hash, outcome FROM mutation WHERE terminal = ? AND mid = ?',
    ),
    number: db.prepare<[string, string], { id: string }>(
      'SELECT id FROM document_number WHERE entity = ? AND number = ?',
    ),
    terminal: db.prepare<[string], TerminalRow>('SELECT * FROM terminal WHERE id = ?'),
    terminals: db.prepare<[], TerminalRow>('SELECT * FROM terminal ORDER BY id'),
    log: db.prepare<[number, number], LogRow>(`SELECT ${logColumns} FROM log WHERE seq > ? ORDER BY seq LIMIT ?`),
    chain: db.prepare<[number], { chain: string }>('SELECT chain FROM log WHERE seq = ?'),
    quarantined: db.prepare<[], Omit<Quarantined, 'code'> & { code: string }>(
      'SELECT * FROM quarantine ORDER BY terminal, mid',
    ),
    aside: db.prepare<[string, number], Omit<Quarantined, 'code'> & { code: string }>(
      'SELECT * FROM quarantine WHERE terminal = ? AND mid = ?',
    ),
    // The last entry is always kept: its checksum is what the next HELLO is compared with.
    prunable: db.prepare<[number], { seq: number; chain: string }>(
      `SELECT seq, chain FROM log
       WHERE seq < coalesce((SELECT min(seq) FROM log WHERE received >= ?), (SELECT max(seq) FROM log))
       ORDER BY seq DESC LIMIT 1`,
    ),
    setFloor: db.prepare<[number, string]>('UPDATE lane SET floor = ?, floor_chain = ?'),
    forget: db.prepare<[number]>('DELETE FROM log WHERE seq <= ?'),
    setLane: db.prepare<[number, string, string, number, number, number, string, string]>(
      `UPDATE lane SET head = ?, chain = ?, epoch = ?, durable = ?, founded = ?
       WHERE head = ? AND epoch = ? AND chain = ?`,
    ),
    putRow: db.prepare<[string, string, string, number | null, number, string, string]>(
      `INSERT INTO entity (entity, id, scope, deleted, seq, versions, row) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (entity, id) DO UPDATE SET scope = excluded.scope, deleted = excluded.deleted, seq = excluded.seq,
         versions = excluded.versions, row = excluded.row`,
    ),
    putLog: db.prepare<[number, string, number, string, string, number, number, string, string, string]>(
      `INSERT INTO log (seq, terminal, mid, name, actor, at, received, scopes, chain, ops)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    putMutation: db.prepare<[string, number, string, string]>(
      `INSERT INTO mutation (terminal, mid, hash, outcome) VALUES (?, ?, ?, ?)
       ON CONFLICT (terminal, mid) DO UPDATE SET outcome = excluded.outcome`,
    ),
    putNumber: db.prepare<[string, string, string]>(
      'INSERT INTO document_number (entity, number, id) VALUES (?, ?, ?)',
    ),
    putTerminal: db.prepare<
      [string, number, string | null, number, string, number, string | null, string | null, number]
    >(
      `INSERT INTO terminal (id, last, last_hash, fence, offers, offset, previous, series, revoked)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET last = excluded.last, last_hash = excluded.last_hash, fence = excluded.fence,
         offers = excluded.offers, offset = excluded.offset, previous = excluded.previous, series = excluded.series,
         revoked = excluded.revoked`,
    ),
    putQuarantine: db.prepare<[string, number, string, string, number]>(
      'INSERT INTO quarantine (terminal, mid, code, mutation, received) VALUES (?, ?, ?, ?, ?)',
    ),
    release: db.prepare<[string, number]>('DELETE FROM quarantine WHERE terminal = ? AND mid = ?'),
  };
}
