-- Production: what goods are made of, what was made of it, and how it was received.

CREATE TABLE recipe (
  id             TEXT    NOT NULL PRIMARY KEY,
  product_id     TEXT    NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  batch_quantity INTEGER NOT NULL CHECK (batch_quantity > 0),
  note           TEXT,
  created_at     INTEGER NOT NULL,
  deleted_at     INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX recipe_product ON recipe (product_id, created_at) WHERE deleted_at IS NULL;

CREATE TABLE recipe_line (
  recipe_id  TEXT    NOT NULL REFERENCES recipe (id) DEFERRABLE INITIALLY DEFERRED,
  line_no    INTEGER NOT NULL,
  product_id TEXT    NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  quantity   INTEGER NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (recipe_id, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX recipe_line_product ON recipe_line (product_id);

-- `made_day` is the day on which it was made; `at` and `day` are when it was written down, and its movements are of then.
-- Who made it and by which recipe are no references: what was made is in the books whatever became of those records.
CREATE TABLE production_log (
  id          TEXT    NOT NULL PRIMARY KEY,
  product_id  TEXT    NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  name        TEXT    NOT NULL,
  unit        TEXT    NOT NULL,
  quantity    INTEGER NOT NULL CHECK (quantity > 0),
  made_day    TEXT    NOT NULL,
  part        TEXT    NOT NULL CHECK (part IN ('morning', 'afternoon', 'evening', 'night')),
  made_by     TEXT,
  recipe_id   TEXT,
  note        TEXT,
  at          INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX production_log_at ON production_log (at);
CREATE INDEX production_log_day ON production_log (made_day, at);
CREATE INDEX production_log_product ON production_log (product_id, made_day);

CREATE TABLE production_log_line (
  log_id     TEXT    NOT NULL REFERENCES production_log (id) DEFERRABLE INITIALLY DEFERRED,
  line_no    INTEGER NOT NULL,
  product_id TEXT    NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  name       TEXT    NOT NULL,
  unit       TEXT    NOT NULL,
  quantity   INTEGER NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (log_id, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX production_log_line_product ON production_log_line (product_id);

-- A log taken back as a whole. Its id is made from the log's: two tills that take back one log collide.
CREATE TABLE production_reversal (
  id          TEXT    NOT NULL PRIMARY KEY,
  log_id      TEXT    NOT NULL REFERENCES production_log (id) DEFERRABLE INITIALLY DEFERRED,
  reason      TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX production_reversal_log ON production_reversal (log_id);

CREATE TABLE shift_feedback (
  id          TEXT    NOT NULL PRIMARY KEY,
  of_day      TEXT    NOT NULL,
  part        TEXT    NOT NULL CHECK (part IN ('morning', 'afternoon', 'evening', 'night')),
  rating      INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
  note        TEXT,
  product_id  TEXT    REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  customer_id TEXT    REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  at          INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX shift_feedback_at ON shift_feedback (at);
CREATE INDEX shift_feedback_day ON shift_feedback (of_day, at);
