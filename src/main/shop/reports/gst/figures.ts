import type { GstFigures } from '@shared/contract';
import type { ChargedTaxKind } from '@shared/entities';
import { addMoney, type Money, negMoney, ZERO } from '@shared/money';

export const noFigures: Readonly<GstFigures> = { taxable: ZERO, cgst: ZERO, sgst: ZERO, igst: ZERO, cess: ZERO };

export function addFigures(a: Readonly<GstFigures>, b: Readonly<GstFigures>): GstFigures {
  return {
    taxable: addMoney(a.taxable, b.taxable),
    cgst: addMoney(a.cgst, b.cgst),
    sgst: addMoney(a.sgst, b.sgst),
    igst: addMoney(a.igst, b.igst),
    cess: addMoney(a.cess, b.cess),
  };
}

/** Of a credit note, whose own table has what came back without a sign. */
export function negFigures({ taxable, cgst, sgst, igst, cess }: Readonly<GstFigures>): GstFigures {
  return {
    taxable: negMoney(taxable),
    cgst: negMoney(cgst),
    sgst: negMoney(sgst),
    igst: negMoney(igst),
    cess: negMoney(cess),
  };
}

export function sumFigures(all: Iterable<Readonly<GstFigures>>): GstFigures {
  let sum: GstFigures = { ...noFigures };
  for (const each of all) sum = addFigures(sum, each);
  return sum;
}

/** A component of a GST line as a column; null for a tax of another regime. */
export function columnOf(kind: ChargedTaxKind): Exclude<keyof GstFigures, 'taxable'> | null {
  return kind === 'vat' || kind === 'sales_tax' ? null : kind;
}

export const taxOf = ({ cgst, sgst, igst, cess }: Readonly<GstFigures>): Money =>
  [cgst, sgst, igst, cess].reduce(addMoney, ZERO);
