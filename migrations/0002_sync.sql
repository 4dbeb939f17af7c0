-- What a terminal knows about its hub, and the difference between what the shop has confirmed and what is visible here.

-- How far the log was read. Changes in the transaction that applies the entries: data, cursor and checksum are one.
CREATE TABLE sync_state (
  one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  epoch   TEXT    NOT NULL,
  cursor  INTEGER NOT NULL,
  chain   TEXT    NOT NULL,
  -- The token that tells this file from an older copy of it; every accepted HELLO brings a new one.
  fence   INTEGER NOT NULL,
  -- JSON list of the scopes whose records are here.
  scopes  TEXT    NOT NULL,
  -- Entries up to here are in a backup of the hub.
  durable INTEGER NOT NULL,
  -- The identity this copy asks for after a fork, kept until it is granted so that asking again asks for the same.
  next_id TEXT
) STRICT;
INSERT INTO sync_state VALUES (1, '', 0, '00000000000000000000000000000000', 0, '[]', 0, NULL);

-- The log entry that last wrote a unit of a record (a field, a group, a part, deleted_at); '' is the record's creation
-- and holds for every unit that has no row of its own.
CREATE TABLE register_version (
  entity    TEXT    NOT NULL,
  entity_id TEXT    NOT NULL,
  unit      TEXT    NOT NULL,
  version   INTEGER NOT NULL,
  PRIMARY KEY (entity, entity_id, unit)
) STRICT, WITHOUT ROWID;

-- Only for units with pending writes: what the shop has confirmed, while the tables show the newest pending value.
CREATE TABLE shadow (
  entity    TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  unit      TEXT NOT NULL,
  confirmed TEXT NOT NULL,
  PRIMARY KEY (entity, entity_id, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE pending_write (
  entity    TEXT    NOT NULL,
  entity_id TEXT    NOT NULL,
  unit      TEXT    NOT NULL,
  mid       INTEGER NOT NULL,
  value     TEXT    NOT NULL,
  PRIMARY KEY (entity, entity_id, unit, mid)
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_write_mid ON pending_write (mid);

-- Fields that a newer version of the app wrote, until this one is updated and knows them.
CREATE TABLE set_aside (
  entity    TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  field     TEXT NOT NULL,
  value     TEXT NOT NULL,
  PRIMARY KEY (entity, entity_id, field)
) STRICT, WITHOUT ROWID;

-- Chunks of a snapshot as they arrive; all of them become the shop in one transaction.
CREATE TABLE staged_chunk (
  snapshot TEXT    NOT NULL,
  idx      INTEGER NOT NULL,
  rows     TEXT    NOT NULL,
  PRIMARY KEY (snapshot, idx)
) STRICT;

-- Where a mutation is in the hub's log, and whether a refusal waits for somebody to look at it.
ALTER TABLE outbox ADD COLUMN seq INTEGER;
ALTER TABLE outbox ADD COLUMN attention INTEGER NOT NULL DEFAULT 0 CHECK (attention IN (0, 1));
CREATE INDEX outbox_seq ON outbox (seq) WHERE seq IS NOT NULL;
CREATE INDEX outbox_attention ON outbox (mid) WHERE attention = 1;
