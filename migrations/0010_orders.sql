-- Orders: what customers have asked for, the way it takes until it is handed over, and what was paid for it before.

CREATE TABLE sales_order (
  id             TEXT    NOT NULL PRIMARY KEY,
  number         TEXT    NOT NULL,
  series         TEXT    NOT NULL,
  sequence       INTEGER NOT NULL,
  financial_year TEXT    NOT NULL,
  customer_id    TEXT    REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  name           TEXT    NOT NULL,
  phone          TEXT,
  due_day        TEXT    NOT NULL,
  due_time       TEXT,
  way            TEXT    NOT NULL CHECK (way IN ('pickup', 'delivery')),
  address        TEXT,
  note           TEXT,
  stage          TEXT    NOT NULL CHECK (stage IN ('placed', 'accepted', 'preparing', 'ready', 'delivered', 'cancelled')),
  at             INTEGER NOT NULL,
  day            TEXT    NOT NULL,
  staff_id       TEXT    NOT NULL,
  terminal_id    TEXT    NOT NULL,
  deleted_at     INTEGER
) STRICT;
CREATE INDEX sales_order_due ON sales_order (stage, due_day) WHERE deleted_at IS NULL;
CREATE INDEX sales_order_customer ON sales_order (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX sales_order_number ON sales_order (number);

-- `product_id` is null for what is written in words; it gets its product before it becomes a bill.
CREATE TABLE sales_order_line (
  order_id   TEXT    NOT NULL REFERENCES sales_order (id) DEFERRABLE INITIALLY DEFERRED,
  line_no    INTEGER NOT NULL,
  product_id TEXT    REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  name       TEXT    NOT NULL,
  unit       TEXT    NOT NULL,
  quantity   INTEGER NOT NULL CHECK (quantity > 0),
  unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
  list_price INTEGER NOT NULL CHECK (list_price >= 0),
  note       TEXT,
  PRIMARY KEY (order_id, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX sales_order_line_product ON sales_order_line (product_id) WHERE product_id IS NOT NULL;

-- Who moved an order from where to where. Two tills that move one at once leave two rows.
CREATE TABLE order_stage (
  id          TEXT    NOT NULL PRIMARY KEY,
  order_id    TEXT    NOT NULL REFERENCES sales_order (id) DEFERRABLE INITIALLY DEFERRED,
  from_stage  TEXT,
  to_stage    TEXT    NOT NULL,
  reason      TEXT,
  at          INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX order_stage_order ON order_stage (order_id, at);

-- An advance. Its id is that of the payment, which has the money.
CREATE TABLE order_payment (
  id       TEXT NOT NULL PRIMARY KEY REFERENCES payment (id) DEFERRABLE INITIALLY DEFERRED,
  order_id TEXT NOT NULL REFERENCES sales_order (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX order_payment_order ON order_payment (order_id);

-- The bill that an order has become. Its id is made from the bill's: two tills that bill one order at once leave two.
CREATE TABLE order_bill (
  id          TEXT    NOT NULL PRIMARY KEY,
  order_id    TEXT    NOT NULL REFERENCES sales_order (id) DEFERRABLE INITIALLY DEFERRED,
  bill_id     TEXT    NOT NULL REFERENCES bill (id) DEFERRABLE INITIALLY DEFERRED,
  at          INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX order_bill_order ON order_bill (order_id);
CREATE INDEX order_bill_bill ON order_bill (bill_id);

-- The order that an open or a held bill is made of.
ALTER TABLE cart ADD COLUMN order_id TEXT;
ALTER TABLE held_bill ADD COLUMN order_id TEXT REFERENCES sales_order (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX held_bill_order ON held_bill (order_id) WHERE order_id IS NOT NULL;
