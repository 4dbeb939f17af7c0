import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '@shared/clock';
import { quarterOf, returnPeriodOf } from '@shared/gst';
import { money } from '@shared/money';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Store } from '../../../../../src/main/store';
import { firstDay, goods, people, sale, trade } from '../../../../support/gst-trade';
import { type Gstr1, gstr1Schema } from '../../../../support/gstr1-schema';
import { openReports } from '../../../../support/reports';
import { makeTestShop, type TestShop } from '../../../../support/shop-store';

const periods = [
  { from: '2026-11-01', to: '2026-11-30' },
  { from: '2026-10-01', to: '2026-10-31' },
  { from: '2026-07-01', to: '2026-09-30' },
  { from: '2026-10-01', to: '2026-12-31' },
];

it('a return is of a month or a quarter, and nothing else', () => {
  expect(periods.map(({ from, to }) => returnPeriodOf(from, to)?.code)).toEqual([
    '112026',
    '102026',
    '092026',
    '122026',
  ]);
  expect(returnPeriodOf('2028-02-01', '2028-02-29')?.kind).toBe('month');
  for (const [from, to] of [
    ['2026-11-01', '2026-11-29'],
    ['2026-11-02', '2026-11-30'],
    ['2026-02-01', '2026-04-30'],
    ['2026-04-01', '2027-03-31'],
    ['2026-11-31', '2026-11-30'],
  ] as const) {
    expect(returnPeriodOf(from, to)).toBeNull();
  }
  expect(quarterOf(addDays(firstDay, 141))).toMatchObject({ from: '2027-01-01', to: '2027-03-31' });
});

it('every file has the shape that the portal takes, and comes to what a clerk adds up from the bills', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sale, { maxLength: 14 }),
      fc.constantFrom(...periods),
      fc.constantFrom('line', 'document'),
      fc.constantFrom(0, 100),
      async (sales, period, rounding_method, round_off_unit) => {
        const shop = makeTestShop();
        try {
          const settings = { rounding_method, round_off_unit: money(round_off_unit) } as const;
          const store = trade(shop, sales, settings);
          const file = await fileOf(shop, store, period);
          expect(filed(file)).toEqual(byHand(store, period));
          expect(file.hsn).toEqual(hsnByHand(store, period));
        } finally {
          await shop.dispose();
        }
      },
    ),
    { numRuns: 25 },
  );
}, 300_000);

async function fileOf(shop: TestShop, store: Store, period: (typeof periods)[number]): Promise<Gstr1> {
  const path = join(shop.folder, 'gstr1.json');
  const { desk } = openReports(store, { chooseReportFile: async () => path });
  try {
    await desk.exportGst({ ...period, format: 'gstr1' });
    return gstr1Schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } finally {
    desk.close();
  }
}

const paise = (rupees: number | undefined): number => Math.round((rupees ?? 0) * 100);

/** Before tax, IGST, CGST, SGST, cess. */
type Five = readonly [number, number, number, number, number];
const plus = (a: Five, b: Five): Five => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4]];
const nothing: Five = [0, 0, 0, 0, 0];
const isSomething = (five: Five): boolean => five.some((each) => each !== 0);

interface Detail {
  txval: number;
  iamt?: number;
  camt?: number;
  samt?: number;
  csamt: number;
}
const five = (of: Detail): Five => [paise(of.txval), paise(of.iamt), paise(of.camt), paise(of.samt), paise(of.csamt)];

/** A table as lines of words and sums, in any order. */
type Book = Record<string, Five>;

function post(book: Book, key: string, amounts: Five): void {
  const sum = plus(book[key] ?? nothing, amounts);
  book[key] = sum;
}

function filed(file: Gstr1) {
  const book: Book = {};
  const values: Record<string, number> = {};
  for (const { ctin, inv } of file.b2b ?? []) {
    for (const { inum, val, pos, itms } of inv) {
      values[inum] = paise(val);
      for (const { itm_det } of itms) post(book, `b2b ${ctin} ${inum} ${pos} ${itm_det.rt}`, five(itm_det));
    }
  }
  for (const { pos, inv } of file.b2cl ?? []) {
    for (const { inum, val, itms } of inv) {
      values[inum] = paise(val);
      for (const { itm_det } of itms) post(book, `b2cl ${inum} ${pos} ${itm_det.rt}`, five(itm_det));
    }
  }
  for (const row of file.b2cs ?? []) post(book, `b2cs ${row.sply_ty} ${row.pos} ${row.rt}`, five(row));
  for (const { ctin, nt } of file.cdnr ?? []) {
    for (const { nt_num, val, pos, itms } of nt) {
      values[nt_num] = paise(val);
      for (const { itm_det } of itms) post(book, `cdnr ${ctin} ${nt_num} ${pos} ${itm_det.rt}`, five(itm_det));
    }
  }
  for (const { nt_num, val, pos, itms } of file.cdnur ?? []) {
    values[nt_num] = paise(val);
    for (const { itm_det } of itms) post(book, `cdnur ${nt_num} ${pos} ${itm_det.rt}`, five(itm_det));
  }
  for (const { sply_ty, expt_amt, nil_amt } of file.nil?.inv ?? []) {
    post(book, `nil ${sply_ty}`, [paise(nil_amt), 0, 0, 0, 0]);
    post(book, `exempt ${sply_ty}`, [paise(expt_amt), 0, 0, 0, 0]);
  }
  const issued = (file.doc_issue.doc_det ?? []).map(({ doc_num, docs }) => [
    doc_num,
    docs.map(({ from, to, totnum, cancel }) => [from, to, totnum, cancel]),
  ]);
  return { book: Object.fromEntries(Object.entries(book).filter(([, sums]) => isSomething(sums))), values, issued };
}

interface RawLine {
  readonly document: string;
  readonly number: string;
  readonly total: number;
  readonly customer: string | null;
  readonly original: number | null;
  readonly product: string;
  readonly quantity: number;
  readonly five: Five;
}

/** The raw rows of a period: a voided bill is in none. */
function rawLines(store: Store, { from, to }: (typeof periods)[number]): { bills: RawLine[]; notes: RawLine[] } {
  const read = (table: string, lines: string, parent: string, original: string, where: string) =>
    store
      .sql<[string, string], Omit<RawLine, 'five'> & { line: number; taxable: number }>(
        `SELECT d.id AS document, d.number, d.total, ${original}, l.line_no AS line, l.product_id AS product,
           l.quantity, l.taxable
         FROM ${table} AS d JOIN ${lines} AS l ON l.${parent} = d.id WHERE d.day BETWEEN ? AND ? ${where}`,
      )
      .all(from, to)
      .map((row): RawLine => {
        const tax = (kind: string) =>
          store
            .sql<[string, number, string], { amount: number | null }>(
              `SELECT sum(amount) AS amount FROM ${lines}_tax WHERE ${parent} = ? AND line_no = ? AND kind = ?`,
            )
            .get(row.document, row.line, kind)?.amount ?? 0;
        return { ...row, five: [row.taxable, tax('igst'), tax('cgst'), tax('sgst'), tax('cess')] };
      });
  const bills = read(
    'bill',
    'bill_line',
    'bill_id',
    'd.customer_id AS customer, NULL AS original',
    'AND d.id NOT IN (SELECT bill_id FROM bill_void)',
  );
  const notes = read(
    'bill_return',
    'bill_return_line',
    'return_id',
    '(SELECT customer_id FROM bill WHERE id = d.bill_id) AS customer, (SELECT total FROM bill WHERE id = d.bill_id) AS original',
    '',
  );
  return { bills, notes };
}

const lakh = 1_00_000_00;

/** A return as somebody would fill it in with a pencil, from what they know of the goods and the people. */
function byHand(store: Store, period: (typeof periods)[number]) {
  const book: Book = {};
  const values: Record<string, number> = {};
  const { bills, notes } = rawLines(store, period);
  for (const [isNote, lines] of [
    [false, bills],
    [true, notes],
  ] as const) {
    for (const line of lines) {
      const person = people.find((each) => each.id === line.customer);
      const ware = goods.find((each) => each.id === line.product);
      const pos = person?.state ?? '27';
      const isFar = pos !== '27';
      if (!ware?.percent) {
        const column = ware?.percent === 0 ? 'nil' : 'exempt';
        const kind = `${isFar ? 'INTR' : 'INTRA'}${person?.gstin ? 'B2B' : 'B2C'}`;
        post(book, `${column} ${kind}`, line.five);
        continue;
      }
      const own = line.five.map((each) => (isNote ? 0 - each : each)) as unknown as Five;
      const isLarge = isFar && (line.original ?? line.total) > lakh;
      const listed = person?.gstin
        ? `${isNote ? 'cdnr' : 'b2b'} ${person.gstin} ${line.number} ${pos}`
        : isLarge && `${isNote ? 'cdnur' : 'b2cl'} ${line.number} ${pos}`;
      if (listed) {
        values[line.number] = Math.abs(line.total);
        post(book, `${listed} ${ware.percent}`, own);
      } else post(book, `b2cs ${isFar ? 'INTER' : 'INTRA'} ${pos} ${ware.percent}`, line.five);
    }
  }
  const issued = [
    [1, 'bill', '(SELECT count(*) FROM bill_void WHERE bill_id = d.id)'],
    [5, 'bill_return', '0'],
  ].flatMap(([kind, table, voided]) => {
    const numbers = store
      .sql<[string, string], { number: string; voided: number }>(
        `SELECT number, ${voided} AS voided FROM ${table} AS d WHERE day BETWEEN ? AND ? ORDER BY number`,
      )
      .all(period.from, period.to);
    const [first] = numbers;
    if (!first) return [];
    const cancelled = numbers.filter((each) => each.voided > 0).length;
    return [[kind, [[first.number, numbers.at(-1)?.number, numbers.length, cancelled]]]];
  });
  return { book: Object.fromEntries(Object.entries(book).filter(([, sums]) => isSomething(sums))), values, issued };
}

function hsnByHand(store: Store, period: (typeof periods)[number]): Gstr1['hsn'] {
  const { bills, notes } = rawLines(store, period);
  const side = (isRegistered: boolean) => {
    const lines = [...bills, ...notes].filter(
      ({ customer }) => Boolean(people.find(({ id }) => id === customer)?.gstin) === isRegistered,
    );
    const rows = Map.groupBy(lines, ({ product }) => product);
    return [...rows]
      .map(([product, of]) => ({ ware: goods.find(({ id }) => id === product), of }))
      .sort((a, b) => ((a.ware?.hsn ?? '') < (b.ware?.hsn ?? '') ? -1 : 1))
      .map(({ ware, of }, index) => {
        const [taxable, igst, cgst, sgst, cess] = of.map((line) => line.five).reduce(plus, nothing);
        const thousandths = of.reduce((sum, { quantity }) => sum + quantity, 0);
        return {
          num: index + 1,
          hsn_sc: ware?.hsn ?? '',
          desc: '',
          uqc: ware?.uqc ?? '',
          // Halves away from nothing, as everywhere.
          qty: ware?.uqc === 'NA' ? 0 : (Math.sign(thousandths) * Math.round(Math.abs(thousandths) / 10)) / 100 + 0,
          rt: ware?.percent ?? 0,
          txval: taxable / 100,
          iamt: igst / 100,
          samt: sgst / 100,
          camt: cgst / 100,
          csamt: cess / 100,
        };
      });
  };
  const [b2b, b2c] = [side(true), side(false)];
  return {
    ...(b2b.length > 0 && { hsn_b2b: b2b as Gstr1['hsn']['hsn_b2b'] }),
    ...(b2c.length > 0 && { hsn_b2c: b2c as Gstr1['hsn']['hsn_b2c'] }),
  };
}
