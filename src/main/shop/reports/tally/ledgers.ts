import { gstStateOf } from '@shared/codes';
import type { ChargedTaxKind, PaymentMethod } from '@shared/entities';
import { type Rate, rateToDecimal } from '@shared/money';
import type { Reads } from '../../../store';

/** An account of the books, as Tally wants it made. */
export interface Ledger {
  readonly name: string;
  readonly group:
    | 'Sales Accounts'
    | 'Duties & Taxes'
    | 'Indirect Expenses'
    | 'Cash-in-Hand'
    | 'Bank Accounts'
    | 'Sundry Debtors'
    | 'Current Assets';
  /** Of a tax: CGST, SGST … as Tally names it. */
  readonly duty?: string;
  readonly gstin?: string | null;
  readonly state?: string | undefined;
}

export const roundOff: Ledger = { name: 'Round Off', group: 'Indirect Expenses' };
/** Whoever bought without a name. Its balance is nothing: what was bought was paid. */
export const walkIn: Ledger = { name: 'Counter Customers', group: 'Sundry Debtors' };

const duties: Readonly<Record<ChargedTaxKind, Ledger>> = {
  cgst: { name: 'Output CGST', group: 'Duties & Taxes', duty: 'CGST' },
  sgst: { name: 'Output SGST', group: 'Duties & Taxes', duty: 'SGST/UTGST' },
  igst: { name: 'Output IGST', group: 'Duties & Taxes', duty: 'IGST' },
  cess: { name: 'Output Cess', group: 'Duties & Taxes', duty: 'Cess' },
  vat: { name: 'Output VAT', group: 'Duties & Taxes' },
  sales_tax: { name: 'Output Sales Tax', group: 'Duties & Taxes' },
};
export const dutyLedger = (kind: ChargedTaxKind): Ledger => duties[kind];

/** Sales by GST rate, so that Tally's own returns come to the same. */
export function salesLedger(rate: Rate | null): Ledger {
  const name = rate === null ? 'Sales Exempt' : `Sales GST ${rateToDecimal(rate)}%`;
  return { name, group: 'Sales Accounts' };
}

/** Where money is; on account and store credit are the customer's own ledger. */
export function moneyLedger(method: PaymentMethod): Ledger | null {
  switch (method) {
    case 'cash':
      return { name: 'Cash', group: 'Cash-in-Hand' };
    case 'upi':
      return { name: 'UPI Receipts', group: 'Bank Accounts' };
    case 'card':
      return { name: 'Card Receipts', group: 'Bank Accounts' };
    case 'bank':
      return { name: 'Bank Receipts', group: 'Bank Accounts' };
    // What a credit note gave and its new bill took: always nothing in the end.
    case 'exchange':
      return { name: 'Goods Exchanged', group: 'Current Assets' };
    case 'on_account':
    case 'store_credit':
      return null;
  }
}

/** Names that a customer may bear too. */
const taken: ReadonlySet<string> = new Set(
  [
    roundOff,
    walkIn,
    ...Object.values(duties),
    ...(['cash', 'upi', 'card', 'bank', 'exchange'] as const).map(moneyLedger),
  ].map((ledger) => ledger?.name.toLowerCase() ?? ''),
);

/**
 * A customer's account. Tally knows ledgers by name and does not tell capitals apart, so of two customers of one name each
 * has the end of its id behind it, as has whoever is called like another ledger.
 */
export function partyLedgers(reads: Reads): (id: string | null) => Ledger {
  const find = reads.sql<[string], { name: string; gstin: string | null; state_code: string | null; same: number }>(
    `SELECT c.name, c.gstin, c.state_code,
       (SELECT count(*) FROM customer AS o WHERE o.name = c.name COLLATE NOCASE) AS same
     FROM customer AS c WHERE c.id = ?`,
  );
  const known = new Map<string, Ledger>();
  return (id) => {
    if (id === null) return walkIn;
    const found = known.get(id);
    if (found) return found;
    const row = find.get(id);
    const name = row?.name ?? id;
    const isOwn = row?.same === 1 && !taken.has(name.toLowerCase()) && !name.toLowerCase().startsWith('sales ');
    const state = row?.gstin?.slice(0, 2) ?? row?.state_code ?? undefined;
    const ledger: Ledger = {
      name: isOwn ? name : `${name} (${id.slice(-6)})`,
      group: 'Sundry Debtors',
      gstin: row?.gstin ?? null,
      state: state === undefined ? undefined : gstStateOf(state),
    };
    known.set(id, ledger);
    return ledger;
  };
}
