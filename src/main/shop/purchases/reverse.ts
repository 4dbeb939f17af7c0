import type { HandlerInput, SignedIn } from '@shared/contract';
import { AppError } from '@shared/errors';
import { type Money, negMoney, negQuantity, type Quantity } from '@shared/money';
import type { Reads } from '../../store';
import type { ShopDeps } from '../deps';
import { stampOf } from '../documents';
import { moveStock, stockProduct } from '../stock';
import { cleanName } from '../text';
import { restateCosts } from './cost';

/** A purchase has one reversal, and its id says so: two tills that take back one purchase collide. */
const reversalId = (purchaseId: string): string => `${purchaseId}:reversed`;

interface BoughtLine {
  readonly line_no: number;
  readonly product_id: string;
  readonly stock_quantity: Quantity;
}

/**
 * Takes a purchase back as a whole: goods, cost and khata go the other way. The purchase stays as it was; its bill may be
 * posted again. What was sold of the goods meanwhile stays sold: the level may go below nothing, and says so.
 *
 * @throws AppError `not_found`, `already_reversed`
 */
export function reversePurchase(
  deps: ShopDeps,
  user: SignedIn,
  { id: purchaseId, reason }: HandlerInput<'purchases.reverse'>,
): void {
  const { store } = deps;
  const id = reversalId(purchaseId);
  store.mutate({ name: 'purchase.reverse', kind: 'fact', actor: user.staffId, whole: true }, (m) => {
    const { supplier_id, supplier_number, total } = readHead(store, purchaseId);
    const known = store.sql<[string]>('SELECT 1 FROM purchase_reversal WHERE purchase_id = ?').get(purchaseId);
    if (known) throw new AppError('already_reversed', 'Taken back already', { number: supplier_number });
    const stamp = stampOf(m, user, deps.settings());
    m.put('purchase_reversal', { id, purchase_id: purchaseId, reason: cleanName(reason), ...stamp });
    const lines = store
      .sql<[string], BoughtLine>('SELECT line_no, product_id, stock_quantity FROM purchase_line WHERE purchase_id = ?')
      .all(purchaseId);
    const moved = store.sql<[string]>('SELECT 1 FROM stock_movement WHERE id = ?');
    for (const { line_no, product_id, stock_quantity } of lines) {
      // Goods that were not counted then did not move.
      if (!moved.get(`${purchaseId}:${line_no}`)) continue;
      const source = { documentType: 'purchase_reversal', documentId: id, lineNo: line_no };
      const out = { id: `${id}:${line_no}`, quantity: negQuantity(stock_quantity), source } as const;
      moveStock(m, deps, stockProduct(store, product_id), { ...out, reason: 'purchase_return' }, stamp);
    }
    restateCosts(m, deps, { products: lines.map(({ product_id }) => product_id), because: [id] });
    m.put('party_transaction', {
      id: `${id}:due`,
      party_type: 'supplier',
      party_id: supplier_id,
      kind: 'void',
      amount: negMoney(total),
      document_type: 'purchase_reversal',
      document_id: id,
      due_day: null,
      note: cleanName(reason),
      ...stamp,
      shift_id: null,
    });
  });
}

function readHead(reads: Reads, id: string) {
  const head = reads
    .sql<[string], { supplier_id: string; supplier_number: string; total: Money }>(
      'SELECT supplier_id, supplier_number, total FROM purchase WHERE id = ?',
    )
    .get(id);
  if (!head) throw new AppError('not_found', `No purchase ${id}`, { entity: 'purchase', id });
  return head;
}
