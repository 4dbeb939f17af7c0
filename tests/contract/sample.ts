import type { CallInput, ProductSummary } from '@shared/contract';
import type { Till } from './world';

/** What the examples name. */
export interface Sample {
  readonly owner: string;
  readonly cashier: string;
  readonly removedStaff: string;
  readonly brand: string;
  /** Of no product. */
  readonly unusedBrand: string;
  readonly removedBrand: string;
  readonly category: string;
  /** Of no product. */
  readonly unusedCategory: string;
  readonly removedCategory: string;
  readonly taxClass: string;
  /** Of no product. */
  readonly unusedTaxClass: string;
  readonly removedTaxClass: string;
  readonly product: ProductSummary;
  readonly removedProduct: string;
  readonly customer: string;
  readonly removedCustomer: string;
  readonly cart: { id: string; revision: number; total: number };
  readonly bill: string;
  readonly alert: string;
}

export const pins = { owner: '48260517', cashier: '73518427' } as const;

export const firstRun: CallInput<'shop.create'> = {
  name: 'Asha Kirana',
  country: 'IN',
  language: 'en',
  timeZone: 'Asia/Kolkata',
  owner: 'Asha',
  pin: pins.owner,
  start: 'empty',
};

export const newProduct: CallInput<'catalogue.saveProduct'> = {
  name: 'Toor dal 1 kg',
  sku: 'DAL-1',
  barcodes: ['8901234567890'],
  brandId: null,
  categoryId: null,
  hsn: '0713',
  unit: 'PCS',
  price: 16_000,
  mrp: 17_500,
  cost: 13_000,
  taxClassId: null,
  reorderLevel: 5_000,
  reorderQuantity: 20_000,
  trackStock: true,
  byWeight: false,
  favourite: true,
  negativeStock: null,
  active: true,
  units: [{ unit: 'BOX', factor: 12_000, price: 180_000, barcode: null }],
  openingStock: 6_000,
};

export const newCustomer: CallInput<'customers.save'> = {
  name: 'Meera Nair',
  phone: '+91 98765 43210',
  gstin: null,
  stateCode: '27',
  address: '12 Market Road',
  email: 'meera@example.org',
  creditLimit: 500_000,
  note: 'pays on Fridays',
};

/**
 * A shop with one of everything, made through the contract's own calls. The owner stays signed in, with one line in the
 * open bill, one bill completed, and one alert raised by it.
 */
export async function fillShop(till: Till): Promise<Sample> {
  const { call } = till;
  await call('shop.create', firstRun);
  const owner = till.session.user?.staffId ?? '';
  const cashier = await call('staff.save', { name: 'Ravi', role: 'cashier', active: true, pin: pins.cashier });
  const left = await call('staff.save', { name: 'Left us', role: 'cashier', active: true, pin: '9173' });
  await call('staff.remove', { id: left.id });

  const brand = await call('catalogue.saveBrand', { name: 'Tata', active: true });
  const unusedBrand = await call('catalogue.saveBrand', { name: 'Unused', active: true });
  const oldBrand = await call('catalogue.saveBrand', { name: 'Gone', active: true });
  await call('catalogue.removeBrand', { id: oldBrand.id });
  const category = await call('catalogue.saveCategory', { name: 'Pulses', parentId: null, active: true });
  const unusedCategory = await call('catalogue.saveCategory', { name: 'Unused', parentId: null, active: true });
  const oldCategory = await call('catalogue.saveCategory', { name: 'Gone', parentId: null, active: true });
  await call('catalogue.removeCategory', { id: oldCategory.id });
  const rates: CallInput<'catalogue.saveTaxClass'>['rates'] = [
    { effectiveFrom: '2017-07-01', components: [{ kind: 'gst', rate: 50_000, perUnit: 0, compound: false }] },
  ];
  const taxClass = await call('catalogue.saveTaxClass', { name: 'Our 5 %', active: true, rates });
  const unusedTaxClass = await call('catalogue.saveTaxClass', { name: 'Unused', active: true, rates });
  const oldTaxClass = await call('catalogue.saveTaxClass', { name: 'Gone', active: true, rates });
  await call('catalogue.removeTaxClass', { id: oldTaxClass.id });

  const product = await call('catalogue.saveProduct', {
    ...newProduct,
    brandId: brand.id,
    categoryId: category.id,
    taxClassId: taxClass.id,
  });
  const oldProduct = await call('catalogue.saveProduct', { ...newProduct, name: 'Gone', sku: null, barcodes: [] });
  await call('catalogue.removeProduct', { id: oldProduct.id });
  const customer = await call('customers.save', newCustomer);
  const oldCustomer = await call('customers.save', { ...newCustomer, name: 'Gone', phone: null, email: null });
  await call('customers.remove', { id: oldCustomer.id });

  // From 6 to 4, past the reorder level of 5.
  const first = await call('sales.addLine', { productId: product.id, quantity: 2_000 });
  const { billId } = await call('sales.complete', {
    cartId: first.cart.id,
    revision: first.cart.revision,
    payments: [{ method: 'cash', amount: first.cart.totals.cashDue }],
  });
  const { rows: alerts } = await call('alerts.list', { limit: 10 });
  const next = await call('sales.addLine', { productId: product.id, quantity: 1_000 });

  return {
    owner,
    cashier: cashier.id,
    removedStaff: left.id,
    brand: brand.id,
    unusedBrand: unusedBrand.id,
    removedBrand: oldBrand.id,
    category: category.id,
    unusedCategory: unusedCategory.id,
    removedCategory: oldCategory.id,
    taxClass: taxClass.id,
    unusedTaxClass: unusedTaxClass.id,
    removedTaxClass: oldTaxClass.id,
    product,
    removedProduct: oldProduct.id,
    customer: customer.id,
    removedCustomer: oldCustomer.id,
    cart: { id: next.cart.id, revision: next.cart.revision, total: next.cart.totals.cashDue },
    bill: billId,
    alert: alerts[0]?.id ?? '',
  };
}
