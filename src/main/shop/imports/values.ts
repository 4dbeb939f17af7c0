import { readBarcode } from '@shared/codes';
import type { ImportField, ImportProblem } from '@shared/contract';
import { limits } from '@shared/contract';
import type { ErrorParams } from '@shared/errors';
import {
  type ArithmeticCode,
  type CurrencyCode,
  isUnit,
  type Money,
  parseMoney,
  parseQuantity,
  type Quantity,
  type Result,
  type UnitCode,
} from '@shared/money';
import { cleanName } from '../text';

/** Why a cell cannot be taken. */
export class CellProblem extends Error {
  readonly field: ImportField;
  readonly code: ImportProblem['code'];
  readonly params: ErrorParams;

  constructor(field: ImportField, code: ImportProblem['code'], params: ErrorParams = {}) {
    super(`${field}: ${code}`);
    this.field = field;
    this.code = code;
    this.params = params;
  }
}

/**
 * A cell's text. `="0123"`, which spreadsheets are told to keep zeros with, is 0123; any other formula has lost its
 * result on the way into the file, and an error (`#N/A`) is none. A name may begin with `+`, `-` or `@`: it is only
 * text here, and every export quotes it.
 */
export function cellText(field: ImportField, cell: string): string {
  const quoted = /^="([^"]*)"$/.exec(cell.trim());
  const text = quoted ? (quoted[1] ?? '') : cell;
  if (!quoted && /^\s*=/.test(text)) throw new CellProblem(field, 'formula');
  if (/^\s*#(?:N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!)\s*$/i.test(text))
    throw new CellProblem(field, 'formula');
  return text.trim();
}

/** A name of brand, category or product: one line, one spelling, not longer than a name is. */
export function readName(field: ImportField, cell: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const text = cleanName(cellText(field, cell).replace(/[\u0000-\u001f\u007f]/g, ' '));
  if (text.length > limits.name) throw new CellProblem(field, 'bad_value', { limit: limits.name });
  return text;
}

export function readCode(field: ImportField, cell: string): string {
  const text = readName(field, cell);
  if (text.length > limits.code) throw new CellProblem(field, 'bad_value', { limit: limits.code });
  return text;
}

/** Barcodes of one cell: one, or several with commas, semicolons or bars between them. */
export function readBarcodes(cell: string): string[] {
  const codes = readCode('barcode', cell.slice(0, 1000))
    .split(/[,;|]/)
    .map((code) => code.trim())
    .filter((code) => code !== '');
  for (const code of codes) {
    // 8.90123E+12: a spreadsheet has shown the number short, and the file has lost its digits.
    if (/^\d[.,]\d+e\+?\d+$/i.test(code)) throw new CellProblem('barcode', 'too_precise', { barcode: code });
    if (!readBarcode(code).ok) throw new CellProblem('barcode', 'check_digit', { barcode: code });
  }
  return [...new Set(codes)];
}

export function readAmount(field: 'price' | 'mrp' | 'cost', cell: string, currency: CurrencyCode): Money | null {
  const text = cellText(field, cell).replace(/\/-$/, '');
  if (text === '') return null;
  const amount = taken(field, parseMoney(text, currency));
  if (amount > limits.money) throw new CellProblem(field, 'bad_value', { limit: limits.money });
  return amount;
}

export function readStock(field: 'stock' | 'reorderLevel', cell: string, unit: UnitCode): Quantity | null {
  const text = cellText(field, cell);
  if (text === '') return null;
  const amount = taken(field, parseQuantity(withoutEmptyDecimals(text), unit));
  if (amount > limits.quantity) throw new CellProblem(field, 'bad_value', { limit: limits.quantity });
  return amount;
}

/** `12.00` pieces are twelve; half of a piece stays as it is and is refused. */
const withoutEmptyDecimals = (text: string): string => text.replace(/^(-?[\d,]+)\.0+(?=\D*$)/, '$1');

const unitWords: Readonly<Record<string, UnitCode>> = {
  ...{ pc: 'PCS', pcs: 'PCS', piece: 'PCS', pieces: 'PCS', no: 'PCS', nos: 'PCS', unit: 'PCS', each: 'PCS', ea: 'PCS' },
  ...{ kg: 'KG', kgs: 'KG', kilo: 'KG', kilogram: 'KG', kilograms: 'KG', g: 'G', gm: 'G', gms: 'G', gram: 'G' },
  ...{ grams: 'G', l: 'L', lt: 'L', ltr: 'L', ltrs: 'L', litre: 'L', litres: 'L', liter: 'L', ml: 'ML', m: 'M' },
  ...{ mtr: 'M', meter: 'M', metre: 'M', box: 'BOX', boxes: 'BOX', doz: 'DOZ', dozen: 'DOZ', dz: 'DOZ', pkt: 'PKT' },
  ...{ pack: 'PKT', packet: 'PKT', packets: 'PKT', pac: 'PKT', set: 'SET', sets: 'SET', pair: 'PRS', pairs: 'PRS' },
  ...{ bag: 'BAG', bags: 'BAG', btl: 'BTL', bottle: 'BTL', bottles: 'BTL', can: 'CAN', tin: 'CAN', ctn: 'CTN' },
  ...{ carton: 'CTN', roll: 'ROL', rolls: 'ROL', bundle: 'BDL', किलो: 'KG', किग्रा: 'KG', ग्राम: 'G', लीटर: 'L' },
  ...{ नग: 'PCS', पीस: 'PCS', दर्जन: 'DOZ', पैकेट: 'PKT', डिब्बा: 'BOX', बोतल: 'BTL', मीटर: 'M', मिली: 'ML' },
};

export function readUnit(cell: string): UnitCode | null {
  const text = cellText('unit', cell);
  if (text === '') return null;
  const word = text.toLowerCase().replace(/[.\s]/g, '');
  if (Object.hasOwn(unitWords, word)) return unitWords[word] ?? null;
  const code = text.toUpperCase();
  if (isUnit(code)) return code;
  throw new CellProblem('unit', 'bad_value', { value: text.slice(0, 40) });
}

/** Four to eight digits; a spreadsheet takes the zero off 0713, and it is put back. */
export function readHsn(cell: string): string | null {
  const digits = cellText('hsn', cell).replace(/[\s.]/g, '');
  if (digits === '') return null;
  const whole = digits.length % 2 === 1 ? `0${digits}` : digits;
  if (/^\d{4}(\d\d){0,2}$/.test(whole)) return whole;
  throw new CellProblem('hsn', 'bad_value', { value: digits.slice(0, 40) });
}

const problemCodes: Partial<Record<ArithmeticCode, ImportProblem['code']>> = {
  negative: 'negative',
  too_many_decimals: 'too_precise',
  out_of_range: 'bad_value',
};

function taken<T>(field: ImportField, result: Result<T>): T {
  if (result.ok) return result.value;
  throw new CellProblem(field, problemCodes[result.error.code] ?? 'not_a_number');
}
