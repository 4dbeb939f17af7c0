-- Attendance and pay: who came and went, what the right hours are instead, when a day counts, and what work is paid.

CREATE TABLE attendance (
  id          TEXT    NOT NULL PRIMARY KEY,
  person_id   TEXT    NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  kind        TEXT    NOT NULL CHECK (kind IN ('in', 'out')),
  time        INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  reason      TEXT,
  at          INTEGER NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_person ON attendance (person_id, time);

CREATE TABLE attendance_correction (
  id          TEXT    NOT NULL PRIMARY KEY,
  entry_id    TEXT    NOT NULL REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED,
  time        INTEGER,
  day         TEXT,
  reason      TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_correction_entry ON attendance_correction (entry_id);

-- From a day on: when a day of this person is a whole or a half one, and which day of the week is theirs.
CREATE TABLE work_rule (
  id           TEXT    NOT NULL PRIMARY KEY,
  person_id    TEXT    NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  from_day     TEXT    NOT NULL,
  full_minutes INTEGER NOT NULL CHECK (full_minutes >= 0),
  half_minutes INTEGER NOT NULL CHECK (half_minutes >= 0),
  weekly_off   INTEGER CHECK (weekly_off IS NULL OR weekly_off BETWEEN 1 AND 7),
  at           INTEGER NOT NULL,
  staff_id     TEXT    NOT NULL,
  terminal_id  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX work_rule_person ON work_rule (person_id, from_day);

-- Pay is known to offices only. Registers, because what a till may not know any more is taken away from it by its version;
-- nobody edits them.
CREATE TABLE pay_rule (
  id          TEXT    NOT NULL PRIMARY KEY,
  person_id   TEXT    NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  from_day    TEXT    NOT NULL,
  kind        TEXT    NOT NULL CHECK (kind IN ('monthly', 'daily', 'hourly', 'none')),
  amount      INTEGER NOT NULL CHECK (amount >= 0),
  less_absent INTEGER NOT NULL CHECK (less_absent IN (0, 1)),
  at          INTEGER NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL,
  deleted_at  INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX pay_rule_person ON pay_rule (person_id, from_day);

CREATE TABLE staff_payment (
  id          TEXT    NOT NULL PRIMARY KEY,
  person_id   TEXT    NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  kind        TEXT    NOT NULL CHECK (kind IN ('advance', 'wage', 'bonus', 'deduction')),
  amount      INTEGER NOT NULL,
  month       TEXT    NOT NULL,
  method      TEXT,
  note        TEXT,
  at          INTEGER NOT NULL,
  day         TEXT    NOT NULL,
  staff_id    TEXT    NOT NULL,
  terminal_id TEXT    NOT NULL,
  shift_id    TEXT,
  deleted_at  INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_payment_person ON staff_payment (person_id, month);
CREATE INDEX staff_payment_day ON staff_payment (day);
