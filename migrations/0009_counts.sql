-- Stock-taking: sheets, what was counted on them, and how they ended.

CREATE TABLE stock_count (
  id          TEXT    NOT NULL PRIMARY KEY,
  name        TEXT    NOT NULL,
  what        TEXT    NOT NULL CHECK (what IN ('all', 'category', 'brand', 'free')),
  category_id TEXT    REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  brand_id    TEXT    REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
  blind       INTEGER NOT NULL CHECK (blind IN (0, 1)),
  at          INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_count_at ON stock_count (at);

CREATE TABLE stock_count_entry (
  id          TEXT    NOT NULL PRIMARY KEY,
  count_id    TEXT    NOT NULL REFERENCES stock_count (id) DEFERRABLE INITIALLY DEFERRED,
  product_id  TEXT    NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  kind        TEXT    NOT NULL CHECK (kind IN ('add', 'set', 'clear')),
  quantity    INTEGER NOT NULL,
  counted_at  INTEGER NOT NULL,
  level       INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_count_entry_product ON stock_count_entry (count_id, product_id, at, id);
CREATE INDEX stock_count_entry_at ON stock_count_entry (count_id, at, id);
CREATE INDEX stock_count_entry_of ON stock_count_entry (product_id);

CREATE TABLE stock_count_close (
  id          TEXT    NOT NULL PRIMARY KEY,
  count_id    TEXT    NOT NULL REFERENCES stock_count (id) DEFERRABLE INITIALLY DEFERRED,
  result      TEXT    NOT NULL CHECK (result IN ('posted', 'cancelled')),
  at          INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_count_close_count ON stock_count_close (count_id);

CREATE TABLE stock_count_line (
  close_id   TEXT    NOT NULL REFERENCES stock_count_close (id) DEFERRABLE INITIALLY DEFERRED,
  line_no    INTEGER NOT NULL,
  product_id TEXT    NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  name       TEXT    NOT NULL,
  unit       TEXT    NOT NULL,
  counted    INTEGER NOT NULL CHECK (counted >= 0),
  expected   INTEGER NOT NULL,
  counted_at INTEGER NOT NULL,
  PRIMARY KEY (close_id, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_count_line_product ON stock_count_line (product_id, counted_at);
