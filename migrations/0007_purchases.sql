-- Goods received: who brings them, the supplier's bills, and what of them was taken back.

CREATE TABLE supplier (
  id              TEXT    NOT NULL PRIMARY KEY,
  name            TEXT    NOT NULL,
  phone           TEXT,
  gstin           TEXT,
  state_code      TEXT,
  address         TEXT,
  opening_balance INTEGER NOT NULL,
  note            TEXT,
  created_at      INTEGER NOT NULL,
  deleted_at      INTEGER
) STRICT;
CREATE INDEX supplier_name ON supplier (name COLLATE NOCASE);

CREATE TABLE purchase (
  id                 TEXT    NOT NULL PRIMARY KEY,
  supplier_id        TEXT    NOT NULL REFERENCES supplier (id) DEFERRABLE INITIALLY DEFERRED,
  supplier_name      TEXT    NOT NULL,
  supplier_gstin     TEXT,
  supplier_number    TEXT    NOT NULL,
  bill_day           TEXT    NOT NULL,
  due_day            TEXT,
  at                 INTEGER NOT NULL,
  day                TEXT    NOT NULL,
  staff_id           TEXT    NOT NULL,
  terminal_id        TEXT    NOT NULL,
  currency           TEXT    NOT NULL,
  tax_regime         TEXT    NOT NULL,
  prices_include_tax INTEGER NOT NULL,
  rounding_method    TEXT    NOT NULL,
  place              TEXT    NOT NULL CHECK (place IN ('intra', 'inter')),
  input_credit       INTEGER NOT NULL CHECK (input_credit IN (0, 1)),
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
  note               TEXT,
  CHECK (taxable + tax + round_off = total)
) STRICT, WITHOUT ROWID;
CREATE INDEX purchase_at ON purchase (at);
CREATE INDEX purchase_supplier ON purchase (supplier_id, bill_day);

CREATE TABLE purchase_line (
  purchase_id         TEXT    NOT NULL REFERENCES purchase (id) DEFERRABLE INITIALLY DEFERRED,
  line_no             INTEGER NOT NULL,
  product_id          TEXT    NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  name                TEXT    NOT NULL,
  sku                 TEXT,
  hsn                 TEXT,
  unit                TEXT    NOT NULL,
  quantity            INTEGER NOT NULL CHECK (quantity > 0),
  stock_quantity      INTEGER NOT NULL CHECK (stock_quantity > 0),
  unit_price          INTEGER NOT NULL,
  gross               INTEGER NOT NULL,
  discount            INTEGER NOT NULL,
  net                 INTEGER NOT NULL,
  bill_discount_share INTEGER NOT NULL,
  taxable             INTEGER NOT NULL,
  tax                 INTEGER NOT NULL,
  total               INTEGER NOT NULL,
  cost                INTEGER NOT NULL CHECK (cost >= 0),
  PRIMARY KEY (purchase_id, line_no),
  CHECK (gross - discount = net),
  CHECK (taxable + tax = total)
) STRICT, WITHOUT ROWID;
CREATE INDEX purchase_line_product ON purchase_line (product_id);

CREATE TABLE purchase_line_tax (
  purchase_id TEXT    NOT NULL REFERENCES purchase (id) DEFERRABLE INITIALLY DEFERRED,
  line_no     INTEGER NOT NULL,
  position    INTEGER NOT NULL,
  kind        TEXT    NOT NULL,
  rate        INTEGER NOT NULL,
  per_unit    INTEGER NOT NULL,
  compound    INTEGER NOT NULL,
  amount      INTEGER NOT NULL,
  PRIMARY KEY (purchase_id, line_no, position)
) STRICT, WITHOUT ROWID;

-- Its id is made from the purchase's, so that two tills which take back one purchase collide.
CREATE TABLE purchase_reversal (
  id          TEXT    NOT NULL PRIMARY KEY,
  purchase_id TEXT    NOT NULL REFERENCES purchase (id) DEFERRABLE INITIALLY DEFERRED,
  reason      TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX purchase_reversal_purchase ON purchase_reversal (purchase_id);

-- Bills that are being typed in, of this terminal alone. `content` is JSON.
CREATE TABLE purchase_draft (
  id         TEXT    NOT NULL PRIMARY KEY,
  content    TEXT    NOT NULL,
  staff_id   TEXT    NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Purchases of which this terminal has restated the costs, and reversals, under their own ids. Of this terminal alone.
CREATE TABLE purchase_costed (
  id TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What somebody said that a product costs, beside what it costs by its purchases.
ALTER TABLE product_cost ADD COLUMN stated INTEGER CHECK (stated >= 0);
ALTER TABLE product_cost ADD COLUMN stated_at INTEGER NOT NULL DEFAULT 0;
UPDATE product_cost SET stated = cost;
