-- The shop: what one terminal keeps. Amounts are minor units, quantities thousandths, rates parts per million,
-- instants milliseconds since 1970 UTC, days YYYY-MM-DD in the shop's zone, flags 0 or 1.
-- Foreign keys are deferred: rows of one mutation may arrive in any order and must agree at COMMIT.

CREATE TABLE meta (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- ── Settings and people ──────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE business_settings (
  id                 TEXT    NOT NULL PRIMARY KEY,
  name               TEXT    NOT NULL,
  country            TEXT    NOT NULL,
  currency           TEXT    NOT NULL,
  language           TEXT    NOT NULL,
  time_zone          TEXT    NOT NULL,
  tax_regime         TEXT    NOT NULL CHECK (tax_regime IN ('india_gst', 'vat', 'sales_tax', 'none')),
  prices_include_tax INTEGER NOT NULL CHECK (prices_include_tax IN (0, 1)),
  rounding_method    TEXT    NOT NULL CHECK (rounding_method IN ('line', 'document')),
  round_off_unit     INTEGER NOT NULL CHECK (round_off_unit >= 0),
  cash_rounding_unit INTEGER NOT NULL CHECK (cash_rounding_unit >= 0),
  negative_stock     TEXT    NOT NULL CHECK (negative_stock IN ('allow', 'warn', 'block')),
  state_code         TEXT,
  gstin              TEXT,
  address            TEXT,
  phone              TEXT,
  upi_id             TEXT,
  receipt_header     TEXT,
  receipt_footer     TEXT,
  weight_codes       TEXT    NOT NULL,
  created_at         INTEGER NOT NULL,
  deleted_at         INTEGER
) STRICT;

CREATE TABLE terminal (
  id         TEXT    NOT NULL PRIMARY KEY,
  name       TEXT    NOT NULL,
  series     TEXT    NOT NULL,
  role       TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE TABLE staff (
  id         TEXT    NOT NULL PRIMARY KEY,
  name       TEXT    NOT NULL,
  role       TEXT    NOT NULL,
  pin_hash   TEXT    NOT NULL,
  language   TEXT,
  active     INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- Wrong PINs in a row, kept by this terminal alone and over restarts, so that a restart does not lift a lockout.
CREATE TABLE pin_attempt (
  staff_id     TEXT    NOT NULL PRIMARY KEY,
  failed       INTEGER NOT NULL,
  locked_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE customer (
  id              TEXT    NOT NULL PRIMARY KEY,
  name            TEXT    NOT NULL,
  phone           TEXT,
  gstin           TEXT,
  state_code      TEXT,
  address         TEXT,
  email           TEXT,
  credit_limit    INTEGER,
  opening_balance INTEGER NOT NULL,
  note            TEXT,
  created_at      INTEGER NOT NULL,
  deleted_at      INTEGER
) STRICT;
CREATE INDEX customer_phone ON customer (phone) WHERE phone IS NOT NULL;
CREATE INDEX customer_name ON customer (name COLLATE NOCASE);

-- ── Catalogue ────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE brand (
  id         TEXT    NOT NULL PRIMARY KEY,
  name       TEXT    NOT NULL,
  active     INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE TABLE category (
  id         TEXT    NOT NULL PRIMARY KEY,
  name       TEXT    NOT NULL,
  parent_id  TEXT    REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  position   INTEGER NOT NULL,
  active     INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE TABLE tax_class (
  id         TEXT    NOT NULL PRIMARY KEY,
  name       TEXT    NOT NULL,
  active     INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE TABLE tax_class_rate (
  tax_class_id   TEXT    NOT NULL REFERENCES tax_class (id) DEFERRABLE INITIALLY DEFERRED,
  effective_from TEXT    NOT NULL,
  position       INTEGER NOT NULL,
  kind           TEXT    NOT NULL,
  rate           INTEGER NOT NULL CHECK (rate >= 0),
  per_unit       INTEGER NOT NULL CHECK (per_unit >= 0),
  compound       INTEGER NOT NULL,
  PRIMARY KEY (tax_class_id, effective_from, position)
) STRICT, WITHOUT ROWID;

-- `ref` is this terminal's own integer for a product: the rowid of the search index. It never leaves the terminal.
CREATE TABLE product (
  ref              INTEGER PRIMARY KEY,
  id               TEXT    NOT NULL UNIQUE,
  name             TEXT    NOT NULL,
  sku              TEXT,
  brand_id         TEXT    REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
  category_id      TEXT    REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  hsn              TEXT,
  unit             TEXT    NOT NULL,
  price            INTEGER NOT NULL CHECK (price >= 0),
  mrp              INTEGER CHECK (mrp >= 0),
  tax_class_id     TEXT    REFERENCES tax_class (id) DEFERRABLE INITIALLY DEFERRED,
  reorder_level    INTEGER,
  reorder_quantity INTEGER,
  track_stock      INTEGER NOT NULL,
  by_weight        INTEGER NOT NULL,
  favourite        INTEGER NOT NULL,
  negative_stock   TEXT,
  active           INTEGER NOT NULL,
  created_at       INTEGER NOT NULL,
  deleted_at       INTEGER
) STRICT;
CREATE INDEX product_sku ON product (sku COLLATE NOCASE) WHERE sku IS NOT NULL;
-- Lists page through these: without the deleted ones, so that counting and skipping never touch the table.
CREATE INDEX product_name ON product (name COLLATE NOCASE) WHERE deleted_at IS NULL;
CREATE INDEX product_price ON product (price) WHERE deleted_at IS NULL;
CREATE INDEX product_category ON product (category_id, name COLLATE NOCASE) WHERE deleted_at IS NULL;
CREATE INDEX product_brand ON product (brand_id, name COLLATE NOCASE) WHERE brand_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX product_tax_class ON product (tax_class_id) WHERE tax_class_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX product_favourite ON product (name COLLATE NOCASE) WHERE favourite = 1 AND deleted_at IS NULL;

-- Not unique: two tills may give one barcode to two products while they cannot see each other.
CREATE TABLE product_barcode (
  product_id TEXT    NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  position   INTEGER NOT NULL,
  barcode    TEXT    NOT NULL,
  PRIMARY KEY (product_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_barcode_code ON product_barcode (barcode);

CREATE TABLE product_unit (
  product_id TEXT    NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  position   INTEGER NOT NULL,
  unit       TEXT    NOT NULL,
  factor     INTEGER NOT NULL CHECK (factor > 0),
  price      INTEGER NOT NULL CHECK (price >= 0),
  barcode    TEXT,
  PRIMARY KEY (product_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_unit_code ON product_unit (barcode) WHERE barcode IS NOT NULL;

CREATE TABLE product_cost (
  id         TEXT    NOT NULL PRIMARY KEY REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  cost       INTEGER NOT NULL CHECK (cost >= 0),
  deleted_at INTEGER
) STRICT;

-- Marks (Mn, Mc) are token characters: without them a Devanagari word falls apart at every vowel sign.
CREATE VIRTUAL TABLE product_search USING fts5 (
  name, sku, brand,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'",
  prefix = '1 2 3'
);

-- The words of the index: where a mistyped word is looked up.
CREATE VIRTUAL TABLE product_term USING fts5vocab (product_search, row);

CREATE TRIGGER product_search_insert AFTER INSERT ON product BEGIN
  INSERT INTO product_search (rowid, name, sku, brand)
  VALUES (new.ref, new.name, new.sku, (SELECT name FROM brand WHERE id = new.brand_id));
END;
CREATE TRIGGER product_search_update AFTER UPDATE OF name, sku, brand_id ON product BEGIN
  UPDATE product_search
  SET name = new.name, sku = new.sku, brand = (SELECT name FROM brand WHERE id = new.brand_id)
  WHERE rowid = new.ref;
END;
CREATE TRIGGER product_search_delete AFTER DELETE ON product BEGIN
  DELETE FROM product_search WHERE rowid = old.ref;
END;
CREATE TRIGGER product_search_brand AFTER UPDATE OF name ON brand BEGIN
  UPDATE product_search
  SET name = p.name, sku = p.sku, brand = new.name
  FROM (SELECT ref, name, sku FROM product WHERE brand_id = new.id) AS p
  WHERE product_search.rowid = p.ref;
END;

-- ── Stock ────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE stock_movement (
  id            TEXT    NOT NULL PRIMARY KEY,
  product_id    TEXT    NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  quantity      INTEGER NOT NULL,
  reason        TEXT    NOT NULL,
  document_type TEXT,
  document_id   TEXT,
  line_no       INTEGER,
  note          TEXT,
  at            INTEGER NOT NULL,
  day           TEXT    NOT NULL,
  staff_id      TEXT    NOT NULL,
  terminal_id   TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
-- Holds all that a running balance needs: a page deep in a long history never visits the rows it skips.
CREATE INDEX stock_movement_product ON stock_movement (product_id, at, id, quantity);

-- Derived: the sum and the number of a product's movements, changed in the same transaction as they are written.
CREATE TABLE stock_level (
  product_id TEXT    NOT NULL PRIMARY KEY REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  quantity   INTEGER NOT NULL,
  movements  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE alert (
  id              TEXT    NOT NULL PRIMARY KEY,
  kind            TEXT    NOT NULL,
  product_id      TEXT    REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  document_type   TEXT,
  document_id     TEXT,
  quantity        INTEGER,
  threshold       INTEGER,
  state           TEXT    NOT NULL CHECK (state IN ('open', 'acknowledged', 'resolved')),
  raised_at       INTEGER NOT NULL,
  terminal_id     TEXT    NOT NULL,
  acknowledged_by TEXT,
  acknowledged_at INTEGER,
  resolved_at     INTEGER,
  deleted_at      INTEGER
) STRICT;
CREATE INDEX alert_open ON alert (product_id, kind) WHERE state <> 'resolved';
CREATE INDEX alert_raised ON alert (raised_at);
CREATE INDEX alert_unseen ON alert (raised_at) WHERE state = 'open';

-- Which alerts this terminal still owes a native notification. Written with the alert, removed when it was shown.
CREATE TABLE alert_notice (
  alert_id TEXT NOT NULL PRIMARY KEY REFERENCES alert (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- ── Selling ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- Open bills of this terminal. Local while open: a crash loses no line, a keystroke costs no sync.
CREATE TABLE cart (
  id                    TEXT    NOT NULL PRIMARY KEY,
  state                 TEXT    NOT NULL CHECK (state IN ('open', 'held')),
  staff_id              TEXT    NOT NULL,
  customer_id           TEXT    REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  name                  TEXT,
  note                  TEXT,
  discount_percent      INTEGER,
  discount_amount       INTEGER,
  -- Counts every change: a payment names the revision it was shown, so nobody pays for lines they did not see.
  revision              INTEGER NOT NULL,
  created_at            INTEGER NOT NULL,
  updated_at            INTEGER NOT NULL
) STRICT;
-- One bill is being made at a time; any number can be held.
CREATE UNIQUE INDEX cart_open ON cart (state) WHERE state = 'open';

CREATE TABLE cart_line (
  cart_id          TEXT    NOT NULL REFERENCES cart (id) ON DELETE CASCADE,
  line_no          INTEGER NOT NULL,
  product_id       TEXT    NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  barcode          TEXT,
  unit             TEXT    NOT NULL,
  factor           INTEGER NOT NULL,
  quantity         INTEGER NOT NULL,
  unit_price       INTEGER NOT NULL,
  discount_percent INTEGER,
  discount_amount  INTEGER,
  note             TEXT,
  PRIMARY KEY (cart_id, line_no)
) STRICT, WITHOUT ROWID;

-- This terminal's own document numbers: the last one taken, per series and financial year.
CREATE TABLE number_series (
  series         TEXT    NOT NULL,
  financial_year TEXT    NOT NULL,
  last           INTEGER NOT NULL,
  PRIMARY KEY (series, financial_year)
) STRICT, WITHOUT ROWID;

CREATE TABLE bill (
  id                 TEXT    NOT NULL PRIMARY KEY,
  number             TEXT    NOT NULL UNIQUE,
  series             TEXT    NOT NULL,
  sequence           INTEGER NOT NULL,
  financial_year     TEXT    NOT NULL,
  at                 INTEGER NOT NULL,
  day                TEXT    NOT NULL,
  staff_id           TEXT    NOT NULL,
  terminal_id        TEXT    NOT NULL,
  shift_id           TEXT,
  customer_id        TEXT    REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  customer_name      TEXT,
  currency           TEXT    NOT NULL,
  tax_regime         TEXT    NOT NULL,
  prices_include_tax INTEGER NOT NULL,
  rounding_method    TEXT    NOT NULL,
  place              TEXT    NOT NULL CHECK (place IN ('intra', 'inter')),
  subtotal           INTEGER NOT NULL,
  line_discount      INTEGER NOT NULL,
  bill_discount      INTEGER NOT NULL,
  charges            INTEGER NOT NULL,
  taxable            INTEGER NOT NULL,
  cgst               INTEGER NOT NULL,
  sgst               INTEGER NOT NULL,
  igst               INTEGER NOT NULL,
  cess               INTEGER NOT NULL,
  tax                INTEGER NOT NULL,
  round_off          INTEGER NOT NULL,
  total              INTEGER NOT NULL,
  cash_rounding      INTEGER NOT NULL,
  paid               INTEGER NOT NULL,
  change_given       INTEGER NOT NULL CHECK (change_given >= 0),
  due                INTEGER NOT NULL CHECK (due >= 0),
  note               TEXT,
  CHECK (taxable + tax + round_off = total),
  CHECK (paid + due = total + cash_rounding)
) STRICT, WITHOUT ROWID;
CREATE INDEX bill_day ON bill (day, at);
-- Cashiers look a bill up by the last digits of its number.
CREATE INDEX bill_sequence ON bill (sequence);
CREATE INDEX bill_customer ON bill (customer_id, at) WHERE customer_id IS NOT NULL;

CREATE TABLE bill_line (
  bill_id             TEXT    NOT NULL REFERENCES bill (id) DEFERRABLE INITIALLY DEFERRED,
  line_no             INTEGER NOT NULL,
  product_id          TEXT    REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  name                TEXT    NOT NULL,
  sku                 TEXT,
  barcode             TEXT,
  hsn                 TEXT,
  unit                TEXT    NOT NULL,
  quantity            INTEGER NOT NULL,
  stock_quantity      INTEGER NOT NULL,
  unit_price          INTEGER NOT NULL,
  gross               INTEGER NOT NULL,
  discount            INTEGER NOT NULL,
  net                 INTEGER NOT NULL,
  bill_discount_share INTEGER NOT NULL,
  taxable             INTEGER NOT NULL,
  tax                 INTEGER NOT NULL,
  total               INTEGER NOT NULL,
  charge              INTEGER NOT NULL,
  note                TEXT,
  PRIMARY KEY (bill_id, line_no),
  CHECK (gross - discount = net),
  CHECK (taxable + tax = total)
) STRICT, WITHOUT ROWID;
CREATE INDEX bill_line_product ON bill_line (product_id);

CREATE TABLE bill_line_tax (
  bill_id  TEXT    NOT NULL REFERENCES bill (id) DEFERRABLE INITIALLY DEFERRED,
  line_no  INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind     TEXT    NOT NULL,
  rate     INTEGER NOT NULL,
  per_unit INTEGER NOT NULL,
  compound INTEGER NOT NULL,
  amount   INTEGER NOT NULL,
  PRIMARY KEY (bill_id, line_no, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE bill_return (
  id                 TEXT    NOT NULL PRIMARY KEY,
  number             TEXT    NOT NULL UNIQUE,
  series             TEXT    NOT NULL,
  sequence           INTEGER NOT NULL,
  financial_year     TEXT    NOT NULL,
  at                 INTEGER NOT NULL,
  day                TEXT    NOT NULL,
  staff_id           TEXT    NOT NULL,
  terminal_id        TEXT    NOT NULL,
  shift_id           TEXT,
  customer_id        TEXT    REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  customer_name      TEXT,
  currency           TEXT    NOT NULL,
  tax_regime         TEXT    NOT NULL,
  prices_include_tax INTEGER NOT NULL,
  rounding_method    TEXT    NOT NULL,
  place              TEXT    NOT NULL CHECK (place IN ('intra', 'inter')),
  subtotal           INTEGER NOT NULL,
  line_discount      INTEGER NOT NULL,
  bill_discount      INTEGER NOT NULL,
  charges            INTEGER NOT NULL,
  taxable            INTEGER NOT NULL,
  cgst               INTEGER NOT NULL,
  sgst               INTEGER NOT NULL,
  igst               INTEGER NOT NULL,
  cess               INTEGER NOT NULL,
  tax                INTEGER NOT NULL,
  round_off          INTEGER NOT NULL,
  total              INTEGER NOT NULL CHECK (total <= 0),
  cash_rounding      INTEGER NOT NULL,
  bill_id            TEXT    REFERENCES bill (id) DEFERRABLE INITIALLY DEFERRED,
  bill_number        TEXT,
  reason             TEXT    NOT NULL,
  note               TEXT,
  CHECK (taxable + tax + round_off = total)
) STRICT, WITHOUT ROWID;
CREATE INDEX bill_return_day ON bill_return (day, at);
CREATE INDEX bill_return_bill ON bill_return (bill_id) WHERE bill_id IS NOT NULL;

CREATE TABLE bill_return_line (
  return_id           TEXT    NOT NULL REFERENCES bill_return (id) DEFERRABLE INITIALLY DEFERRED,
  line_no             INTEGER NOT NULL,
  bill_line_no        INTEGER,
  product_id          TEXT    REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  name                TEXT    NOT NULL,
  sku                 TEXT,
  barcode             TEXT,
  hsn                 TEXT,
  unit                TEXT    NOT NULL,
  quantity            INTEGER NOT NULL CHECK (quantity <= 0),
  stock_quantity      INTEGER NOT NULL CHECK (stock_quantity <= 0),
  unit_price          INTEGER NOT NULL,
  gross               INTEGER NOT NULL,
  discount            INTEGER NOT NULL,
  net                 INTEGER NOT NULL,
  bill_discount_share INTEGER NOT NULL,
  taxable             INTEGER NOT NULL,
  tax                 INTEGER NOT NULL,
  total               INTEGER NOT NULL,
  charge              INTEGER NOT NULL,
  note                TEXT,
  PRIMARY KEY (return_id, line_no),
  CHECK (gross - discount = net),
  CHECK (taxable + tax = total)
) STRICT, WITHOUT ROWID;
CREATE INDEX bill_return_line_product ON bill_return_line (product_id);

CREATE TABLE bill_return_line_tax (
  return_id TEXT    NOT NULL REFERENCES bill_return (id) DEFERRABLE INITIALLY DEFERRED,
  line_no   INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  kind      TEXT    NOT NULL,
  rate      INTEGER NOT NULL,
  per_unit  INTEGER NOT NULL,
  compound  INTEGER NOT NULL,
  amount    INTEGER NOT NULL,
  PRIMARY KEY (return_id, line_no, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
  id          TEXT    NOT NULL PRIMARY KEY,
  bill_id     TEXT    REFERENCES bill (id) DEFERRABLE INITIALLY DEFERRED,
  return_id   TEXT    REFERENCES bill_return (id) DEFERRABLE INITIALLY DEFERRED,
  customer_id TEXT    REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  method      TEXT    NOT NULL,
  amount      INTEGER NOT NULL,
  tendered    INTEGER NOT NULL,
  reference   TEXT,
  at          INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL,
  shift_id    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_bill ON payment (bill_id) WHERE bill_id IS NOT NULL;
CREATE INDEX payment_return ON payment (return_id) WHERE return_id IS NOT NULL;
CREATE INDEX payment_day ON payment (day);

CREATE TABLE cashbook_entry (
  id            TEXT    NOT NULL PRIMARY KEY,
  amount        INTEGER NOT NULL,
  category      TEXT    NOT NULL,
  reason        TEXT,
  document_type TEXT,
  document_id   TEXT,
  at            INTEGER NOT NULL,
  day           TEXT    NOT NULL,
  staff_id      TEXT    NOT NULL,
  terminal_id   TEXT    NOT NULL,
  shift_id      TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX cashbook_entry_at ON cashbook_entry (at);

CREATE TABLE party_transaction (
  id            TEXT    NOT NULL PRIMARY KEY,
  party_type    TEXT    NOT NULL CHECK (party_type IN ('customer', 'supplier')),
  party_id      TEXT    NOT NULL,
  kind          TEXT    NOT NULL,
  amount        INTEGER NOT NULL,
  document_type TEXT,
  document_id   TEXT,
  due_day       TEXT,
  note          TEXT,
  at            INTEGER NOT NULL,
  day           TEXT    NOT NULL,
  staff_id      TEXT    NOT NULL,
  terminal_id   TEXT    NOT NULL,
  shift_id      TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX party_transaction_party ON party_transaction (party_type, party_id, at);

-- ── Mutations ────────────────────────────────────────────────────────────────────────────────────────────────────

-- What this terminal did, in order and without a gap: written in the transaction that did it.
CREATE TABLE outbox (
  mid     INTEGER PRIMARY KEY,
  name    TEXT    NOT NULL,
  kind    TEXT    NOT NULL CHECK (kind IN ('fact', 'request')),
  actor   TEXT    NOT NULL,
  at      INTEGER NOT NULL,
  ops     TEXT    NOT NULL,
  hash    BLOB    NOT NULL,
  state   TEXT    NOT NULL CHECK (state IN ('pending', 'sent', 'acknowledged')) DEFAULT 'pending',
  outcome TEXT
) STRICT;
CREATE INDEX outbox_pending ON outbox (mid) WHERE state <> 'acknowledged';

-- Who changed what, from what to what. Values are JSON.
CREATE TABLE field_history (
  entity      TEXT    NOT NULL,
  entity_id   TEXT    NOT NULL,
  field       TEXT    NOT NULL,
  old         TEXT,
  new         TEXT,
  at          INTEGER NOT NULL,
  actor       TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL,
  mid         INTEGER NOT NULL
) STRICT;
CREATE INDEX field_history_record ON field_history (entity, entity_id, at);
