import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/**
 * What a file of transactions (docs/replay.md) comes to, added up from its rows by themselves: nothing of Galla reads, counts
 * or rounds here, so that its reports can be held against it. Amounts are whole pence, quantities pieces.
 */
export interface RawFigures {
  readonly bills: number;
  readonly notes: number;
  readonly days: ReadonlyMap<string, RawSums>;
  /** By hour of the day, `0` to `23`. */
  readonly hours: ReadonlyMap<string, RawSums>;
  /** By stock code; `sold` and `back` are pieces. */
  readonly products: ReadonlyMap<string, { sold: number; back: number; net: number }>;
  /** By `Customer <number>`; '' is nobody. */
  readonly customers: ReadonlyMap<string, RawSums>;
}

export interface RawSums {
  bills: number;
  notes: number;
  sales: number;
  returned: number;
}

interface RawRow {
  readonly place: number;
  readonly invoice: string;
  readonly code: string;
  readonly pieces: number;
  readonly time: string;
  readonly pence: number;
  readonly customer: string;
}

export function rawFigures(file: string): RawFigures {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
  const [head = [], ...body] = [...records(text)];
  const at = (name: string) => head.findIndex((title) => title.trim().toLowerCase() === name.toLowerCase());
  const places = ['InvoiceNo', 'StockCode', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID'].map(at);
  const invoices = new Map<string, RawRow[]>();
  for (const [place, cells] of body.entries()) {
    const [invoice = '', code = '', pieces = '', time = '', price = '', customer = ''] = places.map((index) =>
      (cells[index] ?? '').trim(),
    );
    if (!isTrade(invoice, code, pieces, price, time)) continue;
    const [pounds = '0', pence = ''] = price.split('.');
    const row: RawRow = {
      place,
      invoice,
      code,
      time,
      pieces: Number.parseInt(pieces, 10),
      pence: Number(pounds) * 100 + Number(pence.padEnd(2, '0').slice(0, 2)),
      customer: customer.replace(/\.0$/, ''),
    };
    invoices.set(invoice, [...(invoices.get(invoice) ?? []), row]);
  }
  return figuresOf(invoices);
}

/** A price of finer than a penny, or below nothing, is none of trade's rows. */
function isTrade(invoice: string, code: string, pieces: string, price: string, time: string): boolean {
  const named = invoice !== '' && code !== '' && /^\d{4}-\d\d-\d\d \d\d?:\d\d/.test(time);
  return named && /^-?\d+$/.test(pieces) && Number(pieces) !== 0 && /^\d+(\.\d{1,2}0*)?$/.test(price);
}

function figuresOf(invoices: ReadonlyMap<string, readonly RawRow[]>): RawFigures {
  const days = new Map<string, RawSums>();
  const hours = new Map<string, RawSums>();
  const customers = new Map<string, RawSums>();
  const products = new Map<string, { sold: number; back: number; net: number }>();
  let bills = 0;
  let notes = 0;
  for (const rows of invoices.values()) {
    const [earliest = ''] = rows.map(({ time }) => time).sort();
    const owner = rows.find(({ customer }) => customer !== '')?.customer;
    const sums = [
      sumsAt(days, earliest.slice(0, 10)),
      sumsAt(hours, String(Number(earliest.slice(11).split(':')[0]))),
      sumsAt(customers, owner === undefined ? '' : `Customer ${owner}`),
    ];
    if (rows.some(({ pieces }) => pieces > 0)) {
      bills += 1;
      for (const sum of sums) sum.bills += 1;
    }
    if (rows.some(({ pieces }) => pieces < 0)) {
      notes += 1;
      for (const sum of sums) sum.notes += 1;
    }
    for (const { code, pieces, pence } of rows) {
      const product = products.get(code) ?? { sold: 0, back: 0, net: 0 };
      products.set(code, product);
      product.net += pieces * pence;
      if (pieces > 0) product.sold += pieces;
      else product.back -= pieces;
      for (const sum of sums) sum[pieces > 0 ? 'sales' : 'returned'] += pieces * pence;
    }
  }
  return { bills, notes, days, hours, products, customers };
}

function sumsAt(sums: Map<string, RawSums>, key: string): RawSums {
  const sum = sums.get(key) ?? { bills: 0, notes: 0, sales: 0, returned: 0 };
  sums.set(key, sum);
  return sum;
}

/** CSV by hand: quoted cells may hold commas, quotes and line breaks. */
function* records(text: string): Generator<string[]> {
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted && char === '"' && text[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && char === ',') {
      cells.push(cell);
      cell = '';
    } else if (!quoted && char === '\n') {
      if (cells.length > 0 || cell.trim() !== '') yield [...cells, cell.replace(/\r$/, '')];
      cells = [];
      cell = '';
    } else cell += char;
  }
  if (cells.length > 0 || cell !== '') yield [...cells, cell];
}
