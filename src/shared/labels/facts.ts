import type { Language } from '../entities';
import type { LabelKind } from '../label-media';
import { type Money, timesMoney, type UnitCode, ZERO } from '../money';
import { type LabelCode, labelCode } from './code';
import { labelWords } from './words';

export interface LabelDesign {
  readonly kind: LabelKind;
  /** Whether the code is drawn as bars; a shelf label says it in digits otherwise. */
  readonly bars: boolean;
  /** `YYYY-MM-DD`, for an item that says when it was packed. */
  readonly packedOn: string | null;
}

/** What a label knows of its product. */
export interface LabelProduct {
  readonly name: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly unit: UnitCode;
  readonly price: Money;
  readonly mrp: Money | null;
}

/** What stands on one label, in words and figures as the shop writes them. Empty text is not printed. */
export interface LabelFacts {
  readonly name: string;
  readonly price: string;
  /** What the price is for, where goods are measured: `per kg`, or `₹450.00 per kg` of what is sold by the gram. */
  readonly unitPrice: string;
  readonly mrp: string;
  readonly date: string;
  readonly code: LabelCode | null;
}

type Per = 'kg' | 'L' | 'm';

/** Units that goods are weighed and measured in: what a customer compares by, and how many of the unit that is. */
const compared: Readonly<Partial<Record<UnitCode, readonly [Per, number]>>> = {
  KG: ['kg', 1],
  KGS: ['kg', 1],
  G: ['kg', 1_000],
  GMS: ['kg', 1_000],
  L: ['L', 1],
  LTR: ['L', 1],
  ML: ['L', 1_000],
  MLT: ['L', 1_000],
  M: ['m', 1],
  MTR: ['m', 1],
  CM: ['m', 100],
  CMS: ['m', 100],
};

/** A price of nothing is a price that nobody has given yet. */
export const hasPrice = ({ price }: Pick<LabelProduct, 'price'>): boolean => price > ZERO;

/** Figures and days as the shop writes them on paper: a receipt's writer is one. */
export interface LabelWriter {
  readonly language: Language;
  money(amount: Money): string;
  day(day: string): string;
}

export function labelFacts(
  product: LabelProduct,
  { kind, packedOn }: LabelDesign,
  writer: LabelWriter,
  isTraining: boolean,
): LabelFacts {
  const words = labelWords[writer.language];
  const { name, price, mrp, unit } = product;
  const per = compared[unit];
  const comparedBy = ([what, times]: readonly [Per, number]): string =>
    times === 1 ? words.per[what] : `${writer.money(timesMoney(price, times))} ${words.per[what]}`;
  return {
    name: isTraining ? `${words.training} · ${name}` : name,
    price: writer.money(price),
    unitPrice: per ? comparedBy(per) : '',
    mrp: mrp !== null && mrp > ZERO ? `${words.mrp} ${writer.money(mrp)}` : '',
    date: kind === 'item' && packedOn !== null ? `${words.packed} ${writer.day(packedOn)}` : '',
    code: labelCode(product),
  };
}
