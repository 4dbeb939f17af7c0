-- The counter's whole day: shifts and their drawers, voids, held bills, exchanges, prices and discounts that somebody
-- approved, dues with a day. Columns that are added have a default only for the rows that are there already.

ALTER TABLE business_settings ADD COLUMN require_shift INTEGER NOT NULL DEFAULT 0;
ALTER TABLE business_settings ADD COLUMN blind_count INTEGER NOT NULL DEFAULT 1;
ALTER TABLE business_settings ADD COLUMN cashier_returns INTEGER NOT NULL DEFAULT 1;
-- Parts per million: 10 % and 30 %.
ALTER TABLE business_settings ADD COLUMN cashier_discount_limit INTEGER NOT NULL DEFAULT 100000;
ALTER TABLE business_settings ADD COLUMN manager_discount_limit INTEGER NOT NULL DEFAULT 300000;
ALTER TABLE business_settings ADD COLUMN credit_days INTEGER NOT NULL DEFAULT 30;
ALTER TABLE business_settings ADD COLUMN auto_lock_minutes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN credit_days INTEGER;

-- ── Shifts ───────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE cash_shift (
  id            TEXT    NOT NULL PRIMARY KEY,
  opening_float INTEGER NOT NULL CHECK (opening_float >= 0),
  note          TEXT,
  at            INTEGER NOT NULL,
  day           TEXT    NOT NULL,
  staff_id      TEXT    NOT NULL,
  terminal_id   TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cash_shift_terminal ON cash_shift (terminal_id, at);

-- Its id is the shift's, so that a second closing has no place to go. The figures are archived as they were printed.
CREATE TABLE shift_close (
  id              TEXT    NOT NULL PRIMARY KEY REFERENCES cash_shift (id) DEFERRABLE INITIALLY DEFERRED,
  number          TEXT    NOT NULL UNIQUE,
  series          TEXT    NOT NULL,
  sequence        INTEGER NOT NULL,
  financial_year  TEXT    NOT NULL,
  at              INTEGER NOT NULL,
  day             TEXT    NOT NULL,
  staff_id        TEXT    NOT NULL,
  terminal_id     TEXT    NOT NULL,
  opened_at       INTEGER NOT NULL,
  opened_by       TEXT    NOT NULL,
  currency        TEXT    NOT NULL,
  opening_float   INTEGER NOT NULL,
  bills           INTEGER NOT NULL,
  sales           INTEGER NOT NULL,
  discount        INTEGER NOT NULL,
  returns         INTEGER NOT NULL,
  returned        INTEGER NOT NULL,
  voids           INTEGER NOT NULL,
  voided          INTEGER NOT NULL,
  taxable         INTEGER NOT NULL,
  tax             INTEGER NOT NULL,
  round_off       INTEGER NOT NULL,
  net             INTEGER NOT NULL,
  cash_rounding   INTEGER NOT NULL,
  on_account      INTEGER NOT NULL,
  dues_received   INTEGER NOT NULL,
  drawer_openings INTEGER NOT NULL,
  expected        INTEGER NOT NULL,
  counted         INTEGER NOT NULL CHECK (counted >= 0),
  difference      INTEGER NOT NULL,
  left_float      INTEGER,
  note            TEXT,
  CHECK (counted - expected = difference),
  CHECK (sales + returned + voided = net),
  CHECK (taxable + tax + round_off = net)
) STRICT, WITHOUT ROWID;
CREATE INDEX shift_close_day ON shift_close (day, at);

CREATE TABLE shift_close_count (
  shift_id     TEXT    NOT NULL REFERENCES shift_close (id) DEFERRABLE INITIALLY DEFERRED,
  denomination INTEGER NOT NULL CHECK (denomination > 0),
  count        INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (shift_id, denomination)
) STRICT, WITHOUT ROWID;

CREATE TABLE shift_close_payment (
  shift_id TEXT    NOT NULL REFERENCES shift_close (id) DEFERRABLE INITIALLY DEFERRED,
  method   TEXT    NOT NULL,
  count    INTEGER NOT NULL,
  amount   INTEGER NOT NULL,
  PRIMARY KEY (shift_id, method)
) STRICT, WITHOUT ROWID;

CREATE TABLE shift_close_tax (
  shift_id TEXT    NOT NULL REFERENCES shift_close (id) DEFERRABLE INITIALLY DEFERRED,
  kind     TEXT    NOT NULL,
  rate     INTEGER NOT NULL,
  taxable  INTEGER NOT NULL,
  amount   INTEGER NOT NULL,
  PRIMARY KEY (shift_id, kind, rate)
) STRICT, WITHOUT ROWID;

CREATE TABLE shift_close_cash (
  shift_id TEXT    NOT NULL REFERENCES shift_close (id) DEFERRABLE INITIALLY DEFERRED,
  category TEXT    NOT NULL,
  count    INTEGER NOT NULL,
  amount   INTEGER NOT NULL,
  PRIMARY KEY (shift_id, category)
) STRICT, WITHOUT ROWID;

-- The drawer opened without a sale.
CREATE TABLE drawer_opening (
  id            TEXT    NOT NULL PRIMARY KEY,
  reason        TEXT    NOT NULL,
  document_type TEXT,
  document_id   TEXT,
  at            INTEGER NOT NULL,
  day           TEXT    NOT NULL,
  staff_id      TEXT    NOT NULL,
  terminal_id   TEXT    NOT NULL,
  shift_id      TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX drawer_opening_at ON drawer_opening (at);

-- Who allowed whom what. `detail` is JSON.
CREATE TABLE approval (
  id            TEXT    NOT NULL PRIMARY KEY,
  action        TEXT    NOT NULL,
  approver_id   TEXT    NOT NULL,
  staff_id      TEXT    NOT NULL,
  document_type TEXT    NOT NULL,
  document_id   TEXT    NOT NULL,
  detail        TEXT    NOT NULL,
  at            INTEGER NOT NULL,
  day           TEXT    NOT NULL,
  terminal_id   TEXT    NOT NULL,
  shift_id      TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX approval_document ON approval (document_type, document_id);

-- ── Bills ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Its id is made from the bill's, so that two tills which void one bill collide.
CREATE TABLE bill_void (
  id          TEXT    NOT NULL PRIMARY KEY,
  bill_id     TEXT    NOT NULL REFERENCES bill (id) DEFERRABLE INITIALLY DEFERRED,
  bill_number TEXT    NOT NULL,
  reason      TEXT    NOT NULL,
  approved_by TEXT,
  at          INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL,
  shift_id    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX bill_void_bill ON bill_void (bill_id);
CREATE INDEX bill_void_shift ON bill_void (shift_id) WHERE shift_id IS NOT NULL;

ALTER TABLE bill_line ADD COLUMN list_price INTEGER NOT NULL DEFAULT 0;
UPDATE bill_line SET list_price = unit_price;
ALTER TABLE bill ADD COLUMN cart_id TEXT;
ALTER TABLE bill_return ADD COLUMN exchange_bill_id TEXT REFERENCES bill (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE bill_return_line ADD COLUMN restock INTEGER NOT NULL DEFAULT 1;
ALTER TABLE payment ADD COLUMN void_id TEXT REFERENCES bill_void (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX bill_return_exchange ON bill_return (exchange_bill_id) WHERE exchange_bill_id IS NOT NULL;
CREATE INDEX payment_void ON payment (void_id) WHERE void_id IS NOT NULL;
CREATE INDEX bill_shift ON bill (shift_id) WHERE shift_id IS NOT NULL;
CREATE INDEX bill_return_shift ON bill_return (shift_id) WHERE shift_id IS NOT NULL;
CREATE INDEX payment_shift ON payment (shift_id) WHERE shift_id IS NOT NULL;
CREATE INDEX cashbook_entry_shift ON cashbook_entry (shift_id) WHERE shift_id IS NOT NULL;
CREATE INDEX party_transaction_shift ON party_transaction (shift_id) WHERE shift_id IS NOT NULL;

-- ── Held bills ───────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE held_bill (
  id               TEXT    NOT NULL PRIMARY KEY,
  name             TEXT    NOT NULL,
  note             TEXT,
  terminal_id      TEXT    NOT NULL,
  staff_id         TEXT    NOT NULL,
  customer_id      TEXT    REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  discount_percent INTEGER,
  discount_amount  INTEGER,
  approved_rate    INTEGER,
  held_at          INTEGER NOT NULL,
  state            TEXT    NOT NULL CHECK (state IN ('held', 'taken')),
  taken_terminal   TEXT,
  taken_by         TEXT,
  taken_at         INTEGER,
  deleted_at       INTEGER
) STRICT;
CREATE INDEX held_bill_open ON held_bill (held_at) WHERE state = 'held' AND deleted_at IS NULL;

CREATE TABLE held_bill_line (
  held_bill_id     TEXT    NOT NULL REFERENCES held_bill (id) DEFERRABLE INITIALLY DEFERRED,
  line_no          INTEGER NOT NULL,
  product_id       TEXT    NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  barcode          TEXT,
  unit             TEXT    NOT NULL,
  factor           INTEGER NOT NULL,
  quantity         INTEGER NOT NULL,
  unit_price       INTEGER NOT NULL,
  list_price       INTEGER NOT NULL,
  discount_percent INTEGER,
  discount_amount  INTEGER,
  approved_rate    INTEGER,
  note             TEXT,
  PRIMARY KEY (held_bill_id, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX held_bill_line_product ON held_bill_line (product_id);

-- ── The open bill ────────────────────────────────────────────────────────────────────────────────────────────────

-- The share of the price that was allowed as a discount when it was given: what makes it grow asks again.
ALTER TABLE cart ADD COLUMN approved_rate INTEGER;
ALTER TABLE cart ADD COLUMN held_id TEXT;
ALTER TABLE cart_line ADD COLUMN approved_rate INTEGER;
ALTER TABLE cart_line ADD COLUMN list_price INTEGER NOT NULL DEFAULT 0;
UPDATE cart_line SET list_price = unit_price;

-- Which bill an open bill has become, for whoever asks again (a second Enter, a lost answer). The bill has an id of its
-- own: two copies of this file share the open bill, and what each of them sells of it is two sales.
CREATE TABLE completed_cart (
  cart_id TEXT    NOT NULL PRIMARY KEY,
  bill_id TEXT    NOT NULL,
  -- The held bill that it was taken up from.
  held_id TEXT,
  at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the customer of the open bill brings back in exchange.
CREATE TABLE cart_exchange (
  cart_id TEXT NOT NULL PRIMARY KEY REFERENCES cart (id) ON DELETE CASCADE,
  bill_id TEXT NOT NULL REFERENCES bill (id) DEFERRABLE INITIALLY DEFERRED,
  reason  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cart_exchange_line (
  cart_id  TEXT    NOT NULL REFERENCES cart_exchange (cart_id) ON DELETE CASCADE,
  line_no  INTEGER NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  restock  INTEGER NOT NULL,
  reason   TEXT,
  PRIMARY KEY (cart_id, line_no)
) STRICT, WITHOUT ROWID;
