import { parseQuantity, type Quantity, quantityToDecimal } from '@shared/money';

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

/** Names have letters in a row. `Vim500` may be either: a name with a size, or a code of the shop's own. */
export const mayBeName = (text: string): boolean => !isCode(text) || /\p{L}\p{M}*\p{L}/u.test(text);

/** Where what is sold and not known yet is added, on its way to the bill: `barcode` or `name`, and how many of it. */
export function newProductAddress(
  known: { readonly barcode: string } | { readonly name: string },
  times: Quantity | null,
) {
  const params = new URLSearchParams({
    sell: '',
    ...known,
    ...(times === null ? {} : { times: quantityToDecimal(times) }),
  });
  return `/products/new?${params}`;
}
