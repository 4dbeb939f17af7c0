import { ArithmeticError, type Quantity, readQuantity } from '../money';
import { hasCheckDigit } from './barcode';

/** What an element string says; only the parts that were there. Days are `YYYY-MM-DD`. */
export interface Gs1Elements {
  /** (01), or (02) of what a carton holds. 14 digits. */
  readonly gtin?: string;
  /** (10) */
  readonly batch?: string;
  /** (11) */
  readonly produced?: string;
  /** (15) */
  readonly bestBefore?: string;
  /** (17) */
  readonly expiry?: string;
  /** (21) */
  readonly serial?: string;
  /** (30): how many of a variable-count item. */
  readonly variableCount?: string;
  /** (37): how many of (02) are inside. */
  readonly count?: string;
  /** (310n): kilograms, in thousandths. */
  readonly netWeight?: Quantity;
  /** Every element as it stood, by its identifier. */
  readonly elements: ReadonlyMap<string, string>;
}

/** FNC1 as scanners send it: ends an element of variable length. */
const separator = '\u001d';

interface Rule {
  readonly min: number;
  readonly max: number;
  readonly numeric: boolean;
}

const fixed = (length: number): Rule => ({ min: length, max: length, numeric: true });
const upTo = (max: number, numeric = false): Rule => ({ min: 1, max, numeric });

// GS1 General Specifications, section 3: the identifiers that retail labels carry.
const rules: ReadonlyMap<string, Rule> = new Map([
  ['00', fixed(18)],
  ['01', fixed(14)],
  ['02', fixed(14)],
  ['10', upTo(20)],
  ['11', fixed(6)],
  ['12', fixed(6)],
  ['13', fixed(6)],
  ['15', fixed(6)],
  ['16', fixed(6)],
  ['17', fixed(6)],
  ['20', fixed(2)],
  ['21', upTo(20)],
  ['22', upTo(20)],
  ['30', upTo(8, true)],
  ['37', upTo(8, true)],
  ['240', upTo(30)],
  ['241', upTo(30)],
  ['250', upTo(30)],
  ['251', upTo(30)],
  ['400', upTo(30)],
  ['410', fixed(13)],
  ['414', fixed(13)],
  ['422', fixed(3)],
  ['8005', fixed(6)],
  ['8020', upTo(25)],
  ...Array.from({ length: 10 }, (_, n) => [`9${n}`, upTo(n === 0 ? 30 : 90)] as const),
]);
/** 310n … 369n: a measure of six digits of which the last n are decimals. 392n and 393n: an amount. */
const measure = /^3[1-6]\d[0-5]$/;
const amountOf: ReadonlyMap<string, Rule> = new Map([
  ['390', upTo(15, true)],
  ['391', { min: 4, max: 18, numeric: true }],
  ['392', upTo(15, true)],
  ['393', { min: 4, max: 18, numeric: true }],
]);

function ruleOf(identifier: string): Rule | undefined {
  if (measure.test(identifier)) return fixed(6);
  if (identifier.length === 4 && /\d$/.test(identifier)) {
    return rules.get(identifier) ?? amountOf.get(identifier.slice(0, 3));
  }
  return rules.get(identifier);
}

/** GS1 character set 82: what a variable element may hold. */
const characters = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/;

/**
 * Reads an element string, in brackets as people write it, `(01)…(17)…`, or as a scanner sends it: an optional symbology
 * identifier (`]C1`, `]e0`, `]d2`, `]Q3`), elements one after another, GS behind those of variable length. Throws
 * `bad_code` for anything that is not whole: an unknown identifier, a wrong length, check digit or date, an identifier
 * with two values. `thisYear` decides the century of two-digit years.
 */
export function readGs1(code: string, thisYear = 2026): Gs1Elements {
  const pairs = code.startsWith('(') ? bracketed(code) : raw(code);
  const elements = new Map<string, string>();
  for (const [identifier, value] of pairs) {
    const already = elements.get(identifier);
    if (already !== undefined && already !== value) throw refuse(code, `two values of (${identifier})`);
    checkElement(code, identifier, value);
    elements.set(identifier, value);
  }
  if (elements.size === 0) throw refuse(code, 'nothing in it');
  return named(code, elements, thisYear);
}

function bracketed(code: string): [string, string][] {
  const pairs: [string, string][] = [];
  let rest = code;
  while (rest !== '') {
    const match = /^\((\d{2,4})\)/.exec(rest);
    const identifier = match?.[1];
    if (identifier === undefined) throw refuse(code, 'no identifier in brackets');
    rest = rest.slice(identifier.length + 2);
    // A value may hold brackets itself; the next identifier is one that exists.
    const ends = [...rest.matchAll(/\((\d{2,4})\)/g)].find((next) => ruleOf(next[1] ?? '') !== undefined);
    const value = ends ? rest.slice(0, ends.index) : rest;
    pairs.push([identifier, value]);
    rest = rest.slice(value.length);
  }
  return pairs;
}

function raw(code: string): [string, string][] {
  const pairs: [string, string][] = [];
  let rest = code.replace(/^\](C1|e0|d2|Q3|J1)/, '');
  if (rest.startsWith(separator)) rest = rest.slice(1);
  while (rest !== '') {
    const identifier = [2, 3, 4].map((length) => rest.slice(0, length)).find((start) => ruleOf(start) !== undefined);
    const rule = identifier === undefined ? undefined : ruleOf(identifier);
    if (identifier === undefined || !rule) throw refuse(code, 'an unknown identifier');
    rest = rest.slice(identifier.length);
    const end = rest.indexOf(separator);
    const available = end < 0 ? rest : rest.slice(0, end);
    const value = rule.min === rule.max ? available.slice(0, rule.max) : available;
    pairs.push([identifier, value]);
    rest = rest.slice(value.length);
    if (rest.startsWith(separator)) rest = rest.slice(1);
  }
  return pairs;
}

function checkElement(code: string, identifier: string, value: string): void {
  const rule = ruleOf(identifier);
  if (!rule) throw refuse(code, `(${identifier}) is not known`);
  if (value.length < rule.min || value.length > rule.max) throw refuse(code, `wrong length of (${identifier})`);
  if (rule.numeric ? !/^\d+$/.test(value) : !characters.test(value)) {
    throw refuse(code, `a character that (${identifier}) may not hold`);
  }
  const checked = ['00', '01', '02', '410', '414'].includes(identifier);
  if (checked && !hasCheckDigit(value)) throw refuse(code, `wrong check digit of (${identifier})`);
}

function named(code: string, elements: ReadonlyMap<string, string>, thisYear: number): Gs1Elements {
  const day = (identifier: string) => {
    const value = elements.get(identifier);
    return value === undefined ? undefined : readDay(code, value, thisYear);
  };
  const found = {
    gtin: elements.get('01') ?? elements.get('02'),
    batch: elements.get('10'),
    produced: day('11'),
    bestBefore: day('15'),
    expiry: day('17'),
    serial: elements.get('21'),
    variableCount: elements.get('30'),
    count: elements.get('37'),
    netWeight: netWeight(elements),
    elements,
  };
  const present = Object.entries(found).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as unknown as Gs1Elements; // proof: `found` without its undefined members
}

/** (310n) is six digits, of which the last n are decimals of a kilogram. Finer than a gram is refused. */
function netWeight(elements: ReadonlyMap<string, string>): Quantity | undefined {
  for (const [identifier, value] of elements) {
    if (!/^310[0-5]$/.test(identifier)) continue;
    const point = value.length - Number(identifier.at(-1));
    return readQuantity(`${value.slice(0, point)}.${value.slice(point) || '0'}`, undefined, 'code');
  }
  return undefined;
}

/** The year with these last two digits that lies between 49 years before `thisYear` and 50 after it (GS1 7.12). */
function readDay(code: string, value: string, thisYear: number): string {
  const two = Number(value.slice(0, 2));
  const month = Number(value.slice(2, 4));
  const dayOfMonth = Number(value.slice(4, 6));
  const difference = two - (thisYear % 100);
  const century = thisYear - (thisYear % 100) + (difference >= 51 ? -100 : difference <= -50 ? 100 : 0);
  const year = century + two;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || dayOfMonth > length) throw refuse(code, `no such day: ${value}`);
  // Day 00 is the last day of the month.
  const last = dayOfMonth === 0 ? length : dayOfMonth;
  return `${year}-${String(month).padStart(2, '0')}-${String(last).padStart(2, '0')}`;
}

function refuse(code: string, why: string): ArithmeticError {
  return new ArithmeticError('bad_code', 'code', `${why}: ${JSON.stringify(code.slice(0, 80))}`);
}
