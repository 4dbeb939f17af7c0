import { dayOf } from '@shared/clock';
import type { Row } from '@shared/entities';
import { quantity, rate } from '@shared/money';
import type { CallContext } from '../../../src/main/shop/call';
import type { Till } from '../till';
import { type Action, cashier, idsOf, money, owner, pickOf, type Receipt, receipt } from './action';
import { tried } from './tried';

const signedIn = (staffId: string, role: 'owner' | 'cashier'): CallContext => ({
  session: { user: { staffId, name: staffId, role } },
});
const asOwner = signedIn(owner, 'owner');
const asCashier = signedIn(cashier, 'cashier');

const timeZone = 'Asia/Kolkata';

export function supplierRow(id: string, at: number): Row<'supplier'> {
  const unknown = { phone: null, gstin: null, address: null, email: null, note: null };
  return { id, name: `Supplier ${id}`, ...unknown, state_code: '27', opening_balance: money(10_000), created_at: at };
}

/** When goods of a product were last received, by the clock of whoever received them. */
export function lastReceived(till: Till, product: string): number | null {
  const last = till.store
    .sql<[string], { at: number | null }>(
      'SELECT max(p.at) AS at FROM purchase_line AS l JOIN purchase AS p ON p.id = l.purchase_id WHERE l.product_id = ?',
    )
    .get(product);
  return last?.at ?? null;
}

export const adjust: Action = (till) => {
  const product = pickOf(till, 'product');
  if (product === null) return null;
  const adjustments = () => idsOf(till, 'stock_movement', `reason = 'adjustment'`);
  const known = new Set(adjustments());
  const by = quantity((till.random.int(-20, 20) || 1) * 1000);
  tried(() =>
    till.calls['stock.adjust']({ productId: product, quantity: by, reason: 'adjustment', note: '' }, asOwner),
  );
  const made = adjustments().filter((id) => !known.has(id));
  return made.map((id) => receipt('stock_movement', id));
};

/** A supplier's bill is typed in and posted; now and then it is one that the last run left as a draft. */
export const receiveGoods: Action = (till) => {
  // Half of the time the first, so that tills meet at the same bills.
  const supplier = till.random.chance(0.5) ? idsOf(till, 'supplier')[0] : pickOf(till, 'supplier');
  return supplier === null || supplier === undefined ? null : receive(till, supplier);
};

function receive(till: Till, supplier: string): Receipt[] | null {
  const draft = draftOf(till, supplier);
  if (draft === null) return null;
  const knew = till.store.replica.state().cursor;
  const posted = tried(() => till.calls['purchases.post']({ draftId: draft }, asOwner));
  if (posted === null) {
    // A person sees that the bill is in the books already, or that a product of it is gone.
    tried(() => till.calls['purchases.dropDraft']({ id: draft }, asOwner));
    return null;
  }
  return [{ ...receipt('purchase', posted.id), knew }];
}

function draftOf(till: Till, supplier: string): string | null {
  // One that was interrupted before its number was typed is not complete.
  const left = pickOf(till, 'purchase_draft', `content ->> 'billNumber' <> ''`);
  if (left !== null) return left;
  const { random, calls } = till;
  const products = [...new Set([pickOf(till, 'product'), random.chance(0.4) ? pickOf(till, 'product') : null])];
  const wanted = products.filter((id) => id !== null);
  if (wanted.length === 0) return null;
  // The same bill is typed in by two people in two ways.
  const number = random.chance(0.4) ? random.int(1, 2) : random.int(3, 12);
  const draft = tried(() => {
    const lines = wanted.map((productId) => ({ productId, quantity: quantity(random.int(1, 30) * 1000) }));
    return calls['purchases.begin']({ supplierId: supplier, products: lines }, asOwner);
  });
  if (draft === null) return null;
  const { id } = draft;
  tried(() =>
    calls['purchases.saveDraft'](
      {
        id,
        supplierId: supplier,
        billNumber: random.chance(0.5) ? `A ${number}` : `a${number}`,
        billDay: dayOf(till.clock.now(), timeZone),
        dueDay: null,
        pricesIncludeTax: false,
        inputCredit: true,
        discount: money(0),
        roundOff: money(0),
        note: '',
        lines: draft.lines.map((line) => ({
          productId: line.productId,
          unit: line.unit,
          quantity: line.quantity,
          unitPrice: money(random.int(100, 2000)),
          discount: rate(0),
          taxClassId: null,
        })),
      },
      asOwner,
    ),
  );
  return id;
}

/** Half of the time the oldest purchase, so that tills meet at it. */
export const takeBack: Action = (till) => {
  const standing = idsOf(till, 'purchase', 'id NOT IN (SELECT purchase_id FROM purchase_reversal)');
  const id = till.random.chance(0.5) ? standing[0] : standing.at(-1);
  if (id === undefined) return null;
  const taken = tried(() => till.calls['purchases.reverse']({ id, reason: 'wrong' }, asOwner));
  if (taken === null) return null;
  return [receipt('purchase_reversal', `${id}:reversed`)];
};

const typed = { phone: null, gstin: null, stateCode: '27', address: null, email: null, note: null };

export const newSupplier: Action = (till) => {
  const openingBalance = money(till.random.int(0, 5000));
  const made = tried(() => till.calls['suppliers.save']({ name: 'New supplier', ...typed, openingBalance }, asOwner));
  return made && [receipt('supplier', made.id, false)];
};

/** One field of one that others may be editing too. */
export const editSupplier: Action = (till) => {
  const id = till.random.chance(0.5) ? idsOf(till, 'supplier')[0] : pickOf(till, 'supplier');
  if (id === undefined || id === null) return null;
  const value = till.random.int(0, 1_000_000);
  const known = tried(() => till.calls['suppliers.get']({ id }, asOwner));
  if (known === null) return null;
  const { balance: _, deleted: _gone, ...fields } = known;
  const change = till.random.pick([{ name: `S ${value}` }, { phone: String(value) }, { openingBalance: money(value) }]);
  tried(() => till.calls['suppliers.save']({ ...fields, ...change }, asOwner));
  return [];
};

/** Goods are received from a supplier whose record the hub will refuse. */
export const refusedSupplier: Action = (till) => {
  const made = tried(() =>
    till.calls['suppliers.save']({ name: 'Refused', ...typed, openingBalance: money(0) }, asCashier),
  );
  return made && receive(till, made.id);
};
