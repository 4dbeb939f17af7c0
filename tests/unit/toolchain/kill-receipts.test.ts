import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Receipts } from '../../kill/receipts';
import { temporaryFolder } from '../../support/network';

/** As much of two tills' files as receipts look at; the second lacks what a lost sale, return and edit would lack. */
function twoFiles() {
  const folders = [temporaryFolder(), temporaryFolder()];
  for (const [index, { folder }] of folders.entries()) {
    const db = new Database(join(folder, 'galla.db'));
    db.exec(`CREATE TABLE bill (number TEXT); CREATE TABLE bill_return (number TEXT);
      CREATE TABLE stock_movement (note TEXT); CREATE TABLE customer (id TEXT, name TEXT);
      INSERT INTO bill VALUES ('A1/26-27/000001'); INSERT INTO stock_movement VALUES ('A 7');
      INSERT INTO customer VALUES ('own', 'A ${index === 0 ? 9 : 7}')`);
    if (index === 0) db.exec(`INSERT INTO bill VALUES ('A1/26-27/000002'); INSERT INTO bill_return VALUES ('A1C/1')`);
    else db.exec(`INSERT INTO stock_movement VALUES ('A 7')`);
    db.close();
  }
  return {
    files: { host: folders[0]?.folder ?? '', tills: folders.map(({ folder }) => folder) },
    remove: () => {
      for (const { remove } of folders) remove();
    },
  };
}

test('a receipt finds what is missing, doubled or older than what the cashier was told, in the file that lacks it', () => {
  const { files, remove } = twoFiles();
  try {
    const receipts = new Receipts('A');
    receipts.note({ did: 'bill', number: 'A1/26-27/000001' });
    receipts.note({ did: 'bill', number: 'A1/26-27/000002' });
    receipts.note({ did: 'return', number: 'A1C/1' });
    receipts.note({ did: 'adjust', note: 'A 7' });
    receipts.note({ did: 'edit', count: 8 });
    expect(receipts.counts).toEqual({ bills: 2, returns: 1, edits: 1, adjustments: 1 });
    expect(receipts.missing(files, 'own')).toEqual([
      'no bill A1/26-27/000002 in the file of till 2, done at A',
      'no return A1C/1 in the file of till 2, done at A',
      '2 movements "A 7" in the file of till 2, done at A',
      '"A 7" instead of 8 in the file of till 2, done at A',
    ]);
  } finally {
    remove();
  }
});

test('a number that was given twice is told at once', () => {
  const receipts = new Receipts('A');
  receipts.note({ did: 'bill', number: 'A1/26-27/000001' });
  expect(() => receipts.note({ did: 'bill', number: 'A1/26-27/000001' })).toThrow('twice');
});
