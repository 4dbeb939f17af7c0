import type { SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { Documents } from '../printing';
import { productSummaries } from './catalogue';
import { readCustomer, readReceipt } from './customers';
import type { ShopDeps } from './deps';
import { viewBill, viewReturn, viewVoid } from './sales';
import { readMovement, shiftReportFor } from './shift';

/** The shop's documents, for whoever puts them on paper. */
export function shopDocuments(deps: ShopDeps): Documents {
  const { store } = deps;
  return {
    bill: (id) => viewBill(store, id),
    return: (id) => viewReturn(store, id),
    void: (billId) => viewVoid(store, billId),
    shift: (id, staffId) => shiftReportFor(deps, readStaff(deps, staffId), id),
    payment: (id) => readReceipt(deps, id),
    cash(id) {
      const movement = readMovement(store, id);
      if (!movement) throw new AppError('not_found', `No movement of cash ${id}`, { entity: 'cashbook_entry', id });
      return { ...movement, currency: deps.settings().currency, terminal: deps.terminal().name };
    },
    customer: (id) => readCustomer(store, id),
    products: (ids) => productSummaries(store, ids),
  };
}

/** A removed one too: what they had printed was theirs. @throws AppError `not_found` */
function readStaff({ store }: ShopDeps, id: string): SignedIn {
  const row = store
    .sql<[string], Pick<Row<'staff'>, 'name' | 'role'>>('SELECT name, role FROM staff WHERE id = ?')
    .get(id);
  if (!row) throw new AppError('not_found', `No member of staff ${id}`, { entity: 'staff', id });
  return { staffId: id, ...row };
}
