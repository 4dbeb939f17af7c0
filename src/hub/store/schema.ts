/** The hub's tables. Generic: the registry says what is in `entity.row`, so a new entity needs nothing here. */
export const hubSchemaVersion = 1;

export const hubSchema = `
CREATE TABLE lane (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), head INTEGER NOT NULL, chain TEXT NOT NULL, epoch TEXT NOT NULL,
  floor INTEGER NOT NULL, floor_chain TEXT NOT NULL, durable INTEGER NOT NULL, founded INTEGER NOT NULL
) STRICT;
CREATE TABLE entity (
  entity TEXT NOT NULL, id TEXT NOT NULL, scope TEXT NOT NULL, deleted INTEGER, seq INTEGER NOT NULL,
  versions TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (entity, id)
) STRICT;
CREATE TABLE log (
  seq INTEGER NOT NULL PRIMARY KEY, terminal TEXT NOT NULL, mid INTEGER NOT NULL, name TEXT NOT NULL, actor TEXT NOT NULL,
  at INTEGER NOT NULL, received INTEGER NOT NULL, scopes TEXT NOT NULL, chain TEXT NOT NULL, ops TEXT NOT NULL
) STRICT;
CREATE TABLE mutation (
  terminal TEXT NOT NULL, mid INTEGER NOT NULL, hash TEXT NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (terminal, mid)
) STRICT, WITHOUT ROWID;
CREATE TABLE terminal (
  id TEXT NOT NULL PRIMARY KEY, last INTEGER NOT NULL, last_hash TEXT, fence INTEGER NOT NULL, offers TEXT NOT NULL,
  offset INTEGER NOT NULL, previous TEXT, series TEXT, revoked INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE document_number (
  entity TEXT NOT NULL, number TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (entity, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE quarantine (
  terminal TEXT NOT NULL, mid INTEGER NOT NULL, code TEXT NOT NULL, mutation TEXT NOT NULL, received INTEGER NOT NULL,
  PRIMARY KEY (terminal, mid)
) STRICT, WITHOUT ROWID;
`;
