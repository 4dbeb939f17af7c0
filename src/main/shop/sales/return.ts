import type { BillReturn, HandlerInput, SignedIn } from '@shared/contract';
import { negMoney } from '@shared/money';
import { queueReceipt } from '../../printing';
import type { Reads } from '../../store';
import type { ApprovalDesk } from '../approvals';
import type { ShopDeps } from '../deps';
import { viewReturn } from './bill-view';
import { billCustomer } from './cart-customer';
import { issueCreditNote } from './credit-note';
import { priceReturned } from './returned-goods';
import type { BillDocument } from './stored-bill';

/**
 * Part of a bill comes back: a credit note with the exact negative of what was paid for that part, the goods back in
 * stock unless they are damaged, the money back, all in one transaction. The caller made its id, so asking again (a second
 * Enter, an answer that got lost) finds the credit note and gives nothing back twice.
 *
 * @throws AppError `not_found`, `already_voided`, `already_returned` for more than is left, `bad_bill`, `refund_mismatch`,
 *   `customer_required`, `shift_required`, `approval_required`, `approval_invalid`
 */
export function returnGoods(
  deps: ShopDeps,
  approvals: ApprovalDesk,
  user: SignedIn,
  { returnId, billId, lines: wanted, reason, refund, customerId, approval }: HandlerInput<'sales.return'>,
): BillReturn {
  const { store } = deps;
  if (hasReturn(store, returnId)) return viewReturn(store, returnId);
  approvals.during(() =>
    store.mutate({ name: 'sale.return', kind: 'fact', actor: user.staffId }, (m) => {
      const { bill, priced, goods } = priceReturned(store, billId, wanted);
      const { header } = bill;
      const note = {
        id: returnId,
        bill: header,
        customer: customerOf(store, header, customerId),
        settings: settingsOf(header),
        priced,
        goods,
        reason,
        refund,
        exchange: null,
      };
      const document = { type: 'bill_return', id: returnId };
      const need = { action: 'return', subject: billId, value: negMoney(priced.total) } as const;
      approvals.demand(m, user, { ...need, document, tokens: [approval], facts: { number: header.number } });
      const { note: issued, cash } = issueCreditNote(m, deps, user, note);
      queueReceipt(m, deps.ids, { kind: 'return', id: returnId, label: issued.number, opensDrawer: cash > 0 });
    }),
  );
  return viewReturn(store, returnId);
}

/** How the bill was priced, for its credit notes. */
export function settingsOf({
  currency,
  tax_regime,
  prices_include_tax,
  rounding_method,
  place,
}: BillDocument['header']) {
  return { currency, tax_regime, prices_include_tax, rounding_method, place };
}

/** The bill's customer; of a bill without one, whoever takes the store credit. @throws AppError `not_found` */
function customerOf(reads: Reads, header: BillDocument['header'], named: string | undefined) {
  if (header.customer_id !== null) return { id: header.customer_id, name: header.customer_name ?? '' };
  if (named === undefined) return null;
  const { id, name } = billCustomer(reads, named);
  return { id, name };
}

const hasReturn = (reads: Reads, id: string): boolean =>
  reads.sql<[string]>('SELECT 1 FROM bill_return WHERE id = ?').get(id) !== undefined;
