import type { HandlerInput, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { negMoney } from '@shared/money';
import { queueDrawer } from '../../printing';
import type { ShopDeps } from '../deps';
import { stampOf } from '../documents';
import { checkCash } from '../shift';
import { badValue, cleanCode, cleanText } from '../text';
import { putMoney, shiftOf } from './money';
import { balanceOf, partyToWrite } from './party';

type Earlier = Pick<Row<'supplier_payment'>, 'supplier_id' | 'method' | 'amount'>;

/**
 * Money to a supplier: the payment, a line of their khata and, of cash, an entry of the drawer. Asking again with the same
 * id pays nothing again.
 *
 * @throws AppError `zero_payment`, `cash_limit`, `shift_required`, `not_found`, `deleted`; `bad_value` for an id under which
 *   something else was paid; `overpaid` with `balance` when it is
 *   more than is owed and nobody said that it is an `advance`
 */
export function paySupplier(deps: ShopDeps, user: SignedIn, input: HandlerInput<'supplierKhata.pay'>): null {
  const { store } = deps;
  const { paymentId: id, id: supplierId, amount, method, reference, note, confirm } = input;
  const earlier = store
    .sql<[string], Earlier>('SELECT supplier_id, method, amount FROM supplier_payment WHERE id = ?')
    .get(id);
  if (earlier) {
    const isSame = earlier.supplier_id === supplierId && earlier.amount === amount && earlier.method === method;
    if (isSame) return null;
    throw badValue('paymentId', 'Something else was paid under this id');
  }
  if (amount === 0) throw new AppError('zero_payment', 'Nothing is no payment');
  if (method === 'cash') checkCash(deps, amount, confirm);
  store.mutate({ name: 'supplier.pay', kind: 'fact', actor: user.staffId }, (m) => {
    const party = partyToWrite(deps, 'supplier', supplierId);
    const balance = balanceOf(store, party);
    if (amount > balance && !confirm.includes('advance')) {
      throw new AppError('overpaid', `${party.name} is owed less`, { balance, amount });
    }
    const stamp = { ...stampOf(m, user, deps.settings()), shift_id: shiftOf(deps, method) };
    const paid = { supplier_id: supplierId, method, amount, reference: cleanCode(reference ?? null) };
    m.put('supplier_payment', { id, ...paid, ...stamp });
    const owed = negMoney(amount);
    putMoney(m, stamp, { party, paymentId: id, kind: 'payment', owed, method, note: cleanText(note ?? null) });
    if (method !== 'cash') return;
    queueDrawer(m, deps.ids, { documentId: id, label: party.name, staffId: user.staffId, at: m.at });
  });
  return null;
}
