-- What a month that is over came to, so that a report of years need not read every line of it again. Derived, this
-- terminal's own, and believed only as long as `mark` is still the month's: src/main/shop/reports/months.ts. `rows` is JSON.
CREATE TABLE report_month (
  part  TEXT NOT NULL,
  month TEXT NOT NULL,
  mark  TEXT NOT NULL,
  rows  TEXT NOT NULL,
  PRIMARY KEY (part, month)
) STRICT;
