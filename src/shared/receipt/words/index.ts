/** The words on paper. Receipts speak the shop's language, whoever stands at the till. */
import type { Language } from '../../entities';
import { en, type PaperWords } from './en';
import { hi } from './hi';

export type { PaperWords } from './en';

export const paperWords: Readonly<Record<Language, PaperWords>> = { en, hi };

/** Puts facts into a sentence: `fill('Phone {phone}', { phone })`. */
export function fill(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (all, name: string) => facts[name] ?? all);
}
