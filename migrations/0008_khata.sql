-- Khata: what is paid to suppliers, and how customers were reminded of what they owe.

ALTER TABLE supplier ADD COLUMN email TEXT;

-- Below zero: a payment taken back. Its id is made from the payment's, so that two tills which take it back collide.
CREATE TABLE supplier_payment (
  id          TEXT    NOT NULL PRIMARY KEY,
  supplier_id TEXT    NOT NULL REFERENCES supplier (id) DEFERRABLE INITIALLY DEFERRED,
  method      TEXT    NOT NULL,
  amount      INTEGER NOT NULL,
  reference   TEXT,
  at          INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL,
  shift_id    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX supplier_payment_day ON supplier_payment (day);

CREATE TABLE customer_reminder (
  id          TEXT    NOT NULL PRIMARY KEY,
  customer_id TEXT    NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  way         TEXT    NOT NULL,
  amount      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_reminder_customer ON customer_reminder (customer_id, at);
