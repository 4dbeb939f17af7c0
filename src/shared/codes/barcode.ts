import { ArithmeticError, attempt, type Result } from '../money';

/** The symbologies that Galla reads and prints. */
export const barcodeTypes = ['EAN-8', 'EAN-13', 'UPC-A', 'UPC-E', 'ITF-14', 'Code 128'] as const;
export type BarcodeType = (typeof barcodeTypes)[number];

const digits = /^\d+$/;
const lengths: Readonly<Record<Exclude<BarcodeType, 'Code 128'>, number>> = {
  'EAN-8': 8,
  'EAN-13': 13,
  'UPC-A': 12,
  'UPC-E': 8,
  'ITF-14': 14,
};

/** GS1 General Specifications 7.9: from the right, weights 3 and 1 in turn; the digit that makes the sum a multiple of 10. */
export function gs1CheckDigit(body: string): number {
  if (!digits.test(body)) throw new ArithmeticError('bad_code', 'code', `not digits: ${JSON.stringify(body)}`);
  let sum = 0;
  for (let index = body.length - 1, weight = 3; index >= 0; index--, weight = 4 - weight) {
    sum += weight * (body.charCodeAt(index) - 48);
  }
  return (10 - (sum % 10)) % 10;
}

/** True when the last of the digits is the check digit of those before it. */
export function hasCheckDigit(code: string): boolean {
  return digits.test(code) && code.length > 1 && gs1CheckDigit(code.slice(0, -1)) === Number(code.at(-1));
}

/** A code that is whole and true to its symbology; throws `bad_code`, naming the code, otherwise. */
export function validateBarcode(code: string, type: BarcodeType, field = 'code'): string {
  const shown = JSON.stringify(code.slice(0, 60));
  if (type === 'Code 128') {
    // All of ASCII and nothing else; a label of more than 80 characters is not a Code 128 that a scanner reads.
    const ascii = [...code].every((character) => (character.codePointAt(0) ?? 128) < 128);
    if (ascii && code.length >= 1 && code.length <= 80) return code;
    throw new ArithmeticError('bad_code', field, `not a Code 128: ${shown}`);
  }
  if (!digits.test(code) || code.length !== lengths[type]) {
    throw new ArithmeticError('bad_code', field, `not ${lengths[type]} digits of ${type}: ${shown}`);
  }
  const checked = type === 'UPC-E' ? expandUpcE(code) : code;
  if (checked === null) throw new ArithmeticError('bad_code', field, `not a UPC-E: ${shown}`);
  if (!hasCheckDigit(checked)) {
    const digit = gs1CheckDigit(checked.slice(0, -1));
    throw new ArithmeticError('bad_code', field, `wrong check digit, ${digit} expected: ${shown}`);
  }
  return code;
}

export function isBarcode(code: string, type: BarcodeType): boolean {
  return attempt(() => validateBarcode(code, type)).ok;
}

/**
 * What a scanned or typed code is by its length: 8, 12, 13 and 14 digits carry a check digit that must be right (a UPC-E
 * is told from an EAN-8 by which check digit fits, EAN-8 first); anything else is taken as Code 128.
 */
export function readBarcode(code: string): Result<{ code: string; type: BarcodeType }> {
  return attempt(() => {
    const candidates = barcodeTypes.filter(
      (type) => type !== 'Code 128' && digits.test(code) && lengths[type] === code.length,
    );
    const [first = 'Code 128'] = candidates;
    const type = candidates.find((candidate) => isBarcode(code, candidate)) ?? first;
    return { code: validateBarcode(code, type), type };
  });
}

/**
 * The UPC-A that an eight-digit UPC-E stands for: number system, six digits, check digit. Null where the number system is
 * neither 0 nor 1.
 */
export function expandUpcE(code: string): string | null {
  if (!/^[01]\d{7}$/.test(code)) return null;
  const system = code.slice(0, 1);
  const body = code.slice(1, 7);
  const check = code.slice(7);
  const last = body.slice(5);
  const d = (from: number, to: number) => body.slice(from, to);
  if (last <= '2') return `${system}${d(0, 2)}${last}0000${d(2, 5)}${check}`;
  if (last === '3') return `${system}${d(0, 3)}00000${d(3, 5)}${check}`;
  if (last === '4') return `${system}${d(0, 4)}00000${d(4, 5)}${check}`;
  return `${system}${d(0, 5)}0000${last}${check}`;
}

/** A GTIN of 8, 12, 13 or 14 digits as 14: the same article under one number, whatever its label says. */
export function toGtin14(code: string): string {
  return code.padStart(14, '0');
}
