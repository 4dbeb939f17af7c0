import { customerRow, productRow } from '../../support/sale-rows';
import { settingsRow } from '../../support/settings-row';
import type { Till } from '../till';
import { money, owner } from './action';
import { supplierRow } from './goods';

/** What the first till writes when the shop is made. */
export function foundShop(till: Till): void {
  till.store.mutate({ name: 'shop.create', kind: 'fact', actor: owner }, (m) => {
    m.put('business_settings', settingsRow(m.at));
    for (const role of ['owner', 'cashier'] as const) {
      m.put('staff', { id: role, name: role, role, pin_hash: 'x', language: null, active: 1, created_at: m.at });
    }
    m.put('terminal', { id: m.terminalId, name: 'First', series: 'A', role: 'office', created_at: m.at });
    for (const id of ['p1', 'p2', 'p3']) {
      m.put('product', productRow(id, { unit: 'PCS', negative_stock: id === 'p3' ? 'allow' : 'warn' }));
      m.put('product_cost', { id, cost: money(500), stated: money(500), stated_at: 0 });
    }
    for (const id of ['c1', 'c2']) m.put('customer', customerRow(id));
    for (const id of ['s1', 's2']) m.put('supplier', supplierRow(id, m.at));
  });
}
