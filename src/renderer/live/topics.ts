import type { QueryName, Topic } from '@shared/contract';

export interface Freshness {
  /** A change of any of these makes the answer stale. */
  readonly topics: readonly Topic[];
  /** Low ones wait while the window is hidden and catch up when it is shown again. */
  readonly priority: 'high' | 'low';
}

const high = (...topics: Topic[]): Freshness => ({ topics, priority: 'high' });
const low = (...topics: Topic[]): Freshness => ({ topics, priority: 'low' });

/** What each query is made of. A query without a row here does not compile. */
export const freshness: Readonly<Record<QueryName, Freshness>> = {
  'system.status': high('system', 'business_settings', 'terminal'),
  'system.display': low('display'),
  'display.view': high('display'),
  'settings.get': low('business_settings'),
  'staff.list': high('staff'),
  'catalogue.products': low('product', 'product_cost', 'brand', 'category', 'stock_level'),
  'catalogue.search': high('product', 'brand', 'stock_level'),
  'catalogue.favourites': high('product', 'category', 'stock_level'),
  'catalogue.lookup': high('product', 'stock_level'),
  'catalogue.product': high('product', 'product_cost', 'brand', 'category', 'stock_level'),
  'catalogue.brands': low('brand', 'product'),
  'catalogue.categories': low('category', 'product'),
  'catalogue.taxClasses': low('tax_class'),
  'stock.history': low('stock_movement'),
  'sales.cart': high('cart', 'product', 'tax_class', 'customer', 'business_settings'),
  'sales.bills': low('bill', 'bill_return', 'bill_void', 'payment'),
  'sales.bill': high('bill', 'bill_return', 'bill_void', 'payment'),
  'customers.list': low('customer', 'party_transaction'),
  'sales.held': high('held_bill', 'customer', 'product'),
  'sales.upiLink': low('business_settings'),
  'sales.findBill': low('bill'),
  'sales.creditNote': low('bill_return'),
  'shift.current': high('cash_shift', 'shift_close'),
  'shift.report': high(
    'cash_shift',
    'shift_close',
    'bill',
    'bill_return',
    'bill_void',
    'payment',
    'cashbook_entry',
    'drawer_opening',
  ),
  'shift.list': low('cash_shift', 'shift_close', 'bill', 'bill_return', 'bill_void', 'cashbook_entry'),
  'shift.get': low('cash_shift', 'shift_close', 'bill', 'bill_return', 'bill_void', 'payment', 'cashbook_entry'),
  'staff.approvers': low('staff', 'business_settings'),
  'customers.get': high('customer', 'party_transaction'),
  'customers.payment': low('payment'),
  'alerts.list': high('alert', 'product', 'stock_level'),
  'printing.printers': low('printing'),
  'printing.systemQueues': low(),
  'printing.status': high('printing'),
  'printing.jobs': low('printing'),
  'printing.receipt': low('bill', 'bill_return', 'bill_void', 'shift_close', 'business_settings'),
  'printing.paper': low('printing'),
  'import.progress': high(),
  'network.status': high('network', 'alert'),
  'network.health': low('network'),
  'network.terminals': low('network', 'terminal'),
  'network.pairing': high('network'),
  'network.discover': high('network'),
  'network.joining': high('network'),
  'attention.list': high('network', 'alert', 'stock_level'),
};
