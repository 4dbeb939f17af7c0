import type { Language } from '../entities';

/** What stands on labels, in the shop's language. */
export interface LabelWords {
  readonly mrp: string;
  /** Before the day it was packed on. */
  readonly packed: string;
  /** What a measured price is for. */
  readonly per: Readonly<Record<'kg' | 'L' | 'm', string>>;
  /** Before the name on every label of a training shop. */
  readonly training: string;
}

export const labelWords: Readonly<Record<Language, LabelWords>> = {
  en: { mrp: 'MRP', packed: 'Packed', per: { kg: 'per kg', L: 'per L', m: 'per m' }, training: 'TRAINING' },
  hi: { mrp: 'MRP', packed: 'पैक', per: { kg: 'प्रति किलो', L: 'प्रति लीटर', m: 'प्रति मीटर' }, training: 'अभ्यास' },
};
