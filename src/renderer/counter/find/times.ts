import { parseQuantity, type Quantity } from '@shared/money';

export interface Typed {
  /** How many of what comes next; null: one. */
  readonly times: Quantity | null;
  /** What is searched for. */
  readonly text: string;
}

const prefix = /^\s*([\d.,]{1,12})\s*[*×]\s*(.*)$/su;

/** `5*`, `2.5* rice`: a quantity before a scan or a search. Anything else is what it is. */
export function readTimes(typed: string): Typed {
  const [, number = '', rest = ''] = prefix.exec(typed) ?? [];
  // Read as kilos: pieces are checked where the product is known.
  const read = number === '' ? null : parseQuantity(number, 'KG');
  return read?.ok && read.value > 0 ? { times: read.value, text: rest.trim() } : { times: null, text: typed.trim() };
}

/** Codes are typed without a blank and with digits in a row; everything else is the beginning of a name. */
export const isCode = (text: string): boolean => /^\S*\d{3}\S*$/.test(text);
