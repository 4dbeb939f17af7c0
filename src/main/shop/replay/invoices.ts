import type { SourceLine } from './read-transactions';

/** The lines of one number: what was sold and what came back. */
export interface Invoice {
  readonly number: string;
  /** Its earliest line. */
  readonly at: number;
  readonly customer: string | null;
  readonly sold: readonly SourceLine[];
  readonly returned: readonly SourceLine[];
}

/**
 * Lines by invoice, in the order of trade: by time, then by number. The sign of the quantity alone says which way goods
 * went: a cancellation (`C…`) has negative lines, and so have a stock correction's invoices, whatever their number.
 */
export function invoicesOf(lines: readonly SourceLine[]): Invoice[] {
  const byNumber = Map.groupBy(lines, (line) => line.invoice);
  const invoices = [...byNumber].map(([number, members]): Invoice => {
    const ordered = members.toSorted((a, b) => a.row - b.row);
    return {
      number,
      at: Math.min(...ordered.map((line) => line.at)),
      customer: ordered.find((line) => line.customer !== null)?.customer ?? null,
      sold: ordered.filter((line) => line.quantity > 0),
      returned: ordered.filter((line) => line.quantity < 0),
    };
  });
  return invoices.sort((a, b) => a.at - b.at || (a.number < b.number ? -1 : 1));
}

/** A product as a file of transactions knows it. */
export interface SourceProduct {
  readonly stockCode: string;
  readonly name: string;
  readonly price: SourceLine['price'];
}

/**
 * The products of the file, by stock code as it is written. Names and prices vary from line to line: the latest name that
 * is not empty, the latest price that is not zero.
 */
export function productsOf(lines: readonly SourceLine[]): SourceProduct[] {
  const latestFirst = lines.toSorted((a, b) => b.at - a.at || b.row - a.row);
  const byCode = Map.groupBy(latestFirst, (line) => line.stockCode);
  return [...byCode].map(([stockCode, members]): SourceProduct => {
    const [latest] = members;
    if (!latest) throw new Error('A group has a member');
    const named = members.find((line) => line.description !== '');
    const priced = members.find((line) => line.price > 0) ?? latest;
    return { stockCode, name: named?.description ?? stockCode, price: priced.price };
  });
}

/** The customers of the file with the country they last bought from. */
export function customersOf(lines: readonly SourceLine[]): { readonly code: string; readonly country: string }[] {
  const countries = new Map<string, string>();
  for (const line of lines.toSorted((a, b) => a.at - b.at)) {
    if (line.customer !== null) countries.set(line.customer, line.country);
  }
  return [...countries].map(([code, country]) => ({ code, country }));
}
