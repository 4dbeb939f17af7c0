/**
 * Bills as plain JSON with decimal strings, in and out: the form in which anybody can hand the arithmetic an example of
 * their own (`npm run price`, `npm run vectors`). The form is described in docs/money-and-tax.md.
 */
import type {
  BillInput,
  BillLine,
  BillSettings,
  Discount,
  HsnRow,
  PricedBill,
  PricedComponent,
  PricedLine,
  Tax,
  Tender,
} from '@shared/bill';
import {
  ArithmeticError,
  type CurrencyCode,
  currency,
  fineMoney,
  fineToDecimal,
  type Money,
  quantityToDecimal,
  rate,
  rateToDecimal,
  readFineMoney,
  readMoney,
  readQuantity,
  readRate,
  sumMoney,
  toDecimal,
  ZERO,
} from '@shared/money';

/** Keys that say something to people and nothing to the arithmetic. */
const remarks = ['id', 'name', 'description', 'note', 'comment', 'source', 'sku', 'barcode', 'reference'];

type Json = Readonly<Record<string, unknown>>;

/** Reads a bill out of parsed JSON. Throws an ArithmeticError that names the field; a key it does not know is refused. */
export function readBill(json: unknown): BillInput {
  const bill = object(json, '');
  onlyKeys(bill, ['settings', 'lines', 'billDiscount', 'payments', 'expect', ...remarks], '');
  const settings = readSettings(object(bill.settings, 'settings'));
  const lines = list(bill.lines, 'lines');
  return {
    settings,
    lines: lines.map((line, index) => readLine(object(line, `lines[${index}]`), `lines[${index}]`, settings)),
    billDiscount: readDiscount(bill.billDiscount, 'billDiscount', settings.currency),
    payments: (isAbsent(bill.payments) ? [] : list(bill.payments, 'payments')).map((payment, index) =>
      readTender(object(payment, `payments[${index}]`), `payments[${index}]`, settings.currency),
    ),
  };
}

function readSettings(json: Json): BillSettings {
  const keys = ['currency', 'regime', 'pricesIncludeTax', 'place', 'rounding', 'roundOff', 'cashRounding'];
  onlyKeys(json, [...keys, ...remarks], 'settings');
  const code = currency(text(json.currency, 'settings.currency'), 'settings.currency');
  const unit = (name: string): Money =>
    isAbsent(json[name]) ? ZERO : readMoney(text(json[name], `settings.${name}`), code, `settings.${name}`);
  return {
    currency: code,
    regime: choice(json.regime, ['india_gst', 'vat', 'sales_tax', 'none'], undefined, 'settings.regime'),
    pricesIncludeTax: flag(json.pricesIncludeTax, 'settings.pricesIncludeTax'),
    place: choice(json.place, ['intra', 'inter'], 'intra', 'settings.place'),
    rounding: choice(json.rounding, ['line', 'document'], 'line', 'settings.rounding'),
    roundOff: unit('roundOff'),
    cashRounding: unit('cashRounding'),
  };
}

function readLine(json: Json, path: string, settings: BillSettings): BillLine {
  onlyKeys(json, ['quantity', 'unitPrice', 'discount', 'taxes', 'hsn', 'unit', 'charge', ...remarks], path);
  const unit = isAbsent(json.unit) ? undefined : text(json.unit, `${path}.unit`);
  return {
    quantity: readQuantity(text(json.quantity, `${path}.quantity`), unit, `${path}.quantity`),
    unitPrice: readMoney(text(json.unitPrice, `${path}.unitPrice`), settings.currency, `${path}.unitPrice`),
    discount: readDiscount(json.discount, `${path}.discount`, settings.currency),
    taxes: (isAbsent(json.taxes) ? [] : list(json.taxes, `${path}.taxes`)).map((tax, index) =>
      readTax(object(tax, `${path}.taxes[${index}]`), `${path}.taxes[${index}]`, settings),
    ),
    hsn: isAbsent(json.hsn) ? undefined : text(json.hsn, `${path}.hsn`),
    unit,
    charge: flag(json.charge, `${path}.charge`),
  };
}

function readTax(json: Json, path: string, { currency: code, regime }: BillSettings): Tax {
  onlyKeys(json, ['kind', 'rate', 'perUnit', 'compound', ...remarks], path);
  if (isAbsent(json.rate) && isAbsent(json.perUnit)) {
    throw new ArithmeticError('missing', `${path}.rate`, 'a tax has a rate, an amount per unit, or both');
  }
  const plain = regime === 'sales_tax' ? 'sales_tax' : 'vat';
  return {
    kind: choice(json.kind, ['gst', 'cess', 'vat', 'sales_tax'], plain, `${path}.kind`),
    rate: isAbsent(json.rate) ? rate(0) : readRate(text(json.rate, `${path}.rate`), `${path}.rate`),
    perUnit: isAbsent(json.perUnit)
      ? fineMoney(0)
      : readFineMoney(text(json.perUnit, `${path}.perUnit`), code, `${path}.perUnit`),
    compound: flag(json.compound, `${path}.compound`),
  };
}

function readDiscount(value: unknown, path: string, code: CurrencyCode): Discount | undefined {
  if (isAbsent(value)) return undefined;
  const json = object(value, path);
  onlyKeys(json, ['percent', 'amount'], path);
  if (isAbsent(json.percent) === isAbsent(json.amount)) {
    throw new ArithmeticError('bad_value', path, 'a discount is a percent or an amount');
  }
  if (isAbsent(json.percent)) return { amount: readMoney(text(json.amount, `${path}.amount`), code, `${path}.amount`) };
  return { percent: readRate(text(json.percent, `${path}.percent`), `${path}.percent`) };
}

function readTender(json: Json, path: string, code: CurrencyCode): Tender {
  onlyKeys(json, ['method', 'amount', ...remarks], path);
  return {
    method: text(json.method, `${path}.method`),
    amount: readMoney(text(json.amount, `${path}.amount`), code, `${path}.amount`),
  };
}

const isAbsent = (value: unknown): value is undefined | null => value === undefined || value === null;

function object(value: unknown, path: string): Json {
  if (isAbsent(value)) throw new ArithmeticError('missing', path, `${path || 'the bill'} is missing`);
  if (typeof value === 'object' && !Array.isArray(value)) return value as Json; // proof: a non-null, non-array object
  throw new ArithmeticError('bad_value', path, `${path || 'the bill'} is not an object`);
}

function list(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new ArithmeticError(isAbsent(value) ? 'missing' : 'bad_value', path, `${path} is not a list`);
}

/** Numbers come as strings: a JSON number has been through a double before anyone can look at it. */
function text(value: unknown, path: string): string {
  if (typeof value === 'string') return value;
  if (isAbsent(value)) throw new ArithmeticError('missing', path, `${path} is missing`);
  throw new ArithmeticError('bad_value', path, `${path} is not a string`);
}

function flag(value: unknown, path: string): boolean {
  if (isAbsent(value)) return false;
  if (typeof value === 'boolean') return value;
  throw new ArithmeticError('bad_value', path, `${path} is not true or false`);
}

function choice<T extends string>(value: unknown, allowed: readonly T[], otherwise: T | undefined, path: string): T {
  if (isAbsent(value) && otherwise !== undefined) return otherwise;
  const found = allowed.find((option) => option === text(value, path));
  if (found === undefined) throw new ArithmeticError('bad_value', path, `${path} is none of ${allowed.join(', ')}`);
  return found;
}

/** A misspelt key would leave a discount out without a word. */
function onlyKeys(json: Json, known: readonly string[], path: string): void {
  const unknown = Object.keys(json).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  throw new ArithmeticError('bad_value', path === '' ? unknown : `${path}.${unknown}`, `unknown key: ${unknown}`);
}

/** A priced bill as JSON: every amount a decimal string in the bill's currency. */
export function writeBill(bill: PricedBill) {
  const code = bill.settings.currency;
  const amount = (value: Money) => toDecimal(value, code);
  return {
    subtotal: amount(bill.subtotal),
    charges: amount(bill.charges),
    lineDiscount: amount(bill.lineDiscount),
    billDiscount: amount(bill.billDiscount),
    taxable: amount(bill.taxable),
    cgst: amount(bill.cgst),
    sgst: amount(bill.sgst),
    igst: amount(bill.igst),
    cess: amount(bill.cess),
    tax: amount(bill.tax),
    roundOff: amount(bill.roundOff),
    total: amount(bill.total),
    cashDue: amount(bill.cashDue),
    cashRounding: amount(bill.cashRounding),
    paid: amount(bill.paid),
    change: amount(bill.change),
    cashKept: amount(bill.cashKept),
    due: amount(bill.due),
    lines: bill.lines.map((line) => writeLine(line, code)),
    hsn: bill.hsn.map((row) => writeHsn(row, code)),
  };
}

export type PlainPricedBill = ReturnType<typeof writeBill>;

function writeLine(line: PricedLine, code: CurrencyCode) {
  const amount = (value: Money) => toDecimal(value, code);
  const sum = (kind: PricedComponent['kind']) => {
    const parts = line.components.filter((component) => component.kind === kind);
    return amount(sumMoney(parts.map((component) => component.amount)));
  };
  return {
    quantity: quantityToDecimal(line.quantity),
    unitPrice: amount(line.unitPrice),
    gross: amount(line.gross),
    discount: amount(line.discount),
    net: amount(line.net),
    billDiscount: amount(line.billDiscountShare),
    taxable: amount(line.taxable),
    cgst: sum('cgst'),
    sgst: sum('sgst'),
    igst: sum('igst'),
    cess: sum('cess'),
    tax: amount(line.tax),
    total: amount(line.total),
    components: line.components.map((component) => ({
      kind: component.kind,
      rate: rateToDecimal(component.rate),
      ...(component.perUnit === 0 ? {} : { perUnit: fineToDecimal(component.perUnit, code) }),
      ...(component.compound ? { compound: true } : {}),
      amount: amount(component.amount),
    })),
    ...(line.hsn === undefined ? {} : { hsn: line.hsn }),
    ...(line.unit === undefined ? {} : { unit: line.unit }),
    ...(line.charge ? { charge: true } : {}),
  };
}

function writeHsn(row: HsnRow, code: CurrencyCode) {
  const amount = (value: Money) => toDecimal(value, code);
  return {
    hsn: row.hsn,
    unit: row.unit,
    rate: rateToDecimal(row.rate),
    quantity: quantityToDecimal(row.quantity),
    taxable: amount(row.taxable),
    cgst: amount(row.cgst),
    sgst: amount(row.sgst),
    igst: amount(row.igst),
    cess: amount(row.cess),
    tax: amount(row.tax),
    total: amount(row.total),
  };
}
