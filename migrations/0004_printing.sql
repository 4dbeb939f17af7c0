-- What the shop prints: the receipt's look, and this terminal's printers with what they owe.

ALTER TABLE business_settings ADD COLUMN receipt_logo TEXT;
ALTER TABLE business_settings ADD COLUMN receipt_code TEXT NOT NULL DEFAULT 'code128'
  CHECK (receipt_code IN ('none', 'code128', 'qr'));
ALTER TABLE business_settings ADD COLUMN receipt_hsn INTEGER NOT NULL DEFAULT 0 CHECK (receipt_hsn IN (0, 1));
ALTER TABLE business_settings ADD COLUMN bank_details TEXT;

-- Printers hang on a terminal; they do not travel.
CREATE TABLE printer (
  id           TEXT    NOT NULL PRIMARY KEY,
  name         TEXT    NOT NULL,
  kind         TEXT    NOT NULL CHECK (kind IN ('network', 'device', 'queue', 'file', 'simulator')),
  address      TEXT    NOT NULL,
  width        INTEGER NOT NULL CHECK (width IN (58, 80)),
  profile      TEXT    NOT NULL,
  is_default   INTEGER NOT NULL CHECK (is_default IN (0, 1)),
  has_drawer   INTEGER NOT NULL CHECK (has_drawer IN (0, 1)),
  prints_sales INTEGER NOT NULL CHECK (prints_sales IN (0, 1)),
  created_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX printer_default ON printer (is_default) WHERE is_default = 1;

-- The paper itself is made when it is printed: documents do not change. A job that was being sent when the app ended may
-- or may not be on paper; at the next start it becomes uncertain, and a person decides.
CREATE TABLE print_job (
  id          TEXT    NOT NULL PRIMARY KEY,
  printer_id  TEXT    NOT NULL REFERENCES printer (id) ON DELETE CASCADE,
  kind        TEXT    NOT NULL,
  -- Null for a drawer and for the test page.
  document_id TEXT,
  label       TEXT    NOT NULL,
  copy        TEXT    NOT NULL CHECK (copy IN ('original', 'duplicate')),
  state       TEXT    NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'failed', 'uncertain')),
  trouble     TEXT,
  attempts    INTEGER NOT NULL,
  staff_id    TEXT    NOT NULL,
  created_at  INTEGER NOT NULL,
  -- Not to be tried before.
  next_at     INTEGER NOT NULL,
  -- Not to be begun after: nobody wants yesterday's receipts when the printer comes back.
  expires_at  INTEGER NOT NULL,
  ended_at    INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX print_job_open ON print_job (printer_id, created_at) WHERE state IN ('queued', 'sending');
CREATE INDEX print_job_created ON print_job (created_at);
