import { isWhole, type Quantity } from './amount';
import { ArithmeticError } from './errors';

interface UnitRow {
  /** Decimals a person may give: a piece 0, a kilo 3. */
  readonly decimals: 0 | 3;
  /** Unit quantity code for GST returns. */
  readonly uqc: string;
}

const counted = (uqc: string): UnitRow => ({ decimals: 0, uqc });
const measured = (uqc: string): UnitRow => ({ decimals: 3, uqc });

// Short names of the counter first, then the rest of the GST list of unit quantity codes under their own names.
const units = {
  PCS: counted('PCS'),
  KG: measured('KGS'),
  G: measured('GMS'),
  L: measured('LTR'),
  ML: measured('MLT'),
  M: measured('MTR'),
  CM: measured('CMS'),
  BOX: counted('BOX'),
  DOZ: counted('DOZ'),
  PKT: counted('PAC'),
  SET: counted('SET'),
  PRS: counted('PRS'),
  HRS: measured('OTH'),
  BAG: counted('BAG'),
  BAL: counted('BAL'),
  BDL: counted('BDL'),
  BKL: counted('BKL'),
  BOU: counted('BOU'),
  BTL: counted('BTL'),
  BUN: counted('BUN'),
  CAN: counted('CAN'),
  CBM: measured('CBM'),
  CCM: measured('CCM'),
  CMS: measured('CMS'),
  CTN: counted('CTN'),
  DRM: counted('DRM'),
  GGK: measured('GGK'),
  GMS: measured('GMS'),
  GRS: counted('GRS'),
  GYD: measured('GYD'),
  KGS: measured('KGS'),
  KLR: measured('KLR'),
  KME: measured('KME'),
  LTR: measured('LTR'),
  MLT: measured('MLT'),
  MTR: measured('MTR'),
  MTS: measured('MTS'),
  NOS: counted('NOS'),
  OTH: measured('OTH'),
  PAC: counted('PAC'),
  QTL: measured('QTL'),
  ROL: counted('ROL'),
  SQF: measured('SQF'),
  SQM: measured('SQM'),
  SQY: measured('SQY'),
  TBS: counted('TBS'),
  TGM: measured('TGM'),
  THD: measured('THD'),
  TON: measured('TON'),
  TUB: counted('TUB'),
  UGS: measured('UGS'),
  UNT: counted('UNT'),
  YDS: measured('YDS'),
} as const satisfies Record<string, UnitRow>;

export type UnitCode = keyof typeof units;

export function isUnit(code: string): code is UnitCode {
  return Object.hasOwn(units, code);
}

/** All of them, the counter's own first. */
export const unitCodes: readonly UnitCode[] = Object.keys(units).filter(isUnit);

/** Decimals a quantity in this unit may have. A unit that Galla does not know is a shop's own word: three. */
export function unitDecimals(code: string): number {
  return isUnit(code) ? units[code].decimals : 3;
}

/** The unit quantity code that GST returns want. */
export function unitQuantityCode(code: string): string {
  return isUnit(code) ? units[code].uqc : 'OTH';
}

/** Refuses 1.5 pieces. */
export function checkUnitDecimals(quantity: Quantity, unit: string, field = 'quantity'): void {
  if (unitDecimals(unit) === 0 && !isWhole(quantity)) {
    throw new ArithmeticError('too_many_decimals', field, `a quantity in ${unit} is a whole number`);
  }
}
