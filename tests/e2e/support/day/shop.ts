import type { Page } from '@playwright/test';
import { call } from '../calls';
import { cashier, owner } from '../counter';

interface Good {
  readonly name: string;
  readonly code: string;
  /** Paise for one of its unit, tax inside. */
  readonly price: bigint;
  readonly rate: bigint;
  readonly unit: 'PCS' | 'KG';
}

/** What the shop of the day sells: every rate in force, prices that do not divide, one thing by weight. */
export const goods = {
  soap: { name: 'Soap', code: '8901000000019', price: 38_00n, rate: 18n, unit: 'PCS' },
  oil: { name: 'Oil 1 L', code: '8901000000026', price: 185_50n, rate: 5n, unit: 'PCS' },
  milk: { name: 'Milk', code: '8901000000033', price: 27_00n, rate: 0n, unit: 'PCS' },
  cola: { name: 'Cola', code: '8901000000040', price: 45_00n, rate: 40n, unit: 'PCS' },
  cream: { name: 'Face cream', code: '8901000000057', price: 195_07n, rate: 18n, unit: 'PCS' },
  pen: { name: 'Pen', code: '8901000000064', price: 9_99n, rate: 18n, unit: 'PCS' },
  /** Its own code is the item on the scale's: 21, five digits of item, five of weight. */
  nuts: { name: 'Cashew nuts', code: '2100335', price: 899_00n, rate: 5n, unit: 'KG' },
} as const satisfies Record<string, Good>;

export type GoodName = keyof typeof goods;

/** Thousandths of each on the shelf in the morning. */
export const opening = 500_000n;

/** The scale's label for so many grams of nuts. */
export function nutsCode(grams: number): string {
  const digits = `${goods.nuts.code}${grams.toString().padStart(5, '0')}`;
  const weighted = [...digits].reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (weighted % 10)) % 10}`;
}

export interface DayShop {
  readonly products: Readonly<Record<string, string>>;
  readonly customers: Readonly<Record<string, string>>;
}

/**
 * The shop before it opens in the morning: goods, two customers of whom Ravi owes 500 since earlier, a cashier who may
 * give 10 % and counts blind, and no sale without a shift. The owner stays signed in.
 */
export async function foundDayShop(page: Page): Promise<DayShop> {
  await call(page, 'shop.create', {
    name: 'Asha Kirana',
    country: 'IN',
    language: 'en',
    timeZone: 'Asia/Kolkata',
    owner: owner.name,
    pin: owner.pin,
    start: 'empty',
  });
  const classes = await call(page, 'catalogue.taxClasses', {});
  const products: Record<string, string> = {};
  for (const { name, code, price, rate, unit } of Object.values(goods)) {
    const taxClass = classes.find((each) => each.name === `GST ${rate}%`);
    if (!taxClass) throw new Error(`No tax class of ${rate} %`);
    const saved = await call(page, 'catalogue.saveProduct', {
      name,
      sku: null,
      barcodes: [code],
      brandId: null,
      categoryId: null,
      hsn: null,
      unit,
      price: Number(price),
      mrp: null,
      cost: null,
      taxClassId: taxClass.id,
      reorderLevel: null,
      reorderQuantity: null,
      trackStock: true,
      byWeight: unit === 'KG',
      favourite: false,
      negativeStock: null,
      active: true,
      units: [],
      openingStock: Number(opening),
    });
    products[name] = saved.id;
  }
  const customers: Record<string, string> = {};
  for (const [name, phone] of [
    ['Ravi Kulkarni', '9822012345'],
    ['Meena Joshi', '9833098330'],
  ] as const) {
    const nothing = { gstin: null, stateCode: null, address: null, email: null, creditLimit: null, note: null };
    customers[name] = (await call(page, 'customers.save', { name, phone, ...nothing })).id;
  }
  await oweSinceEarlier(page, products.Milk ?? '', customers['Ravi Kulkarni'] ?? '');
  await call(page, 'staff.save', { ...cashier, role: 'cashier', active: true });
  await call(page, 'settings.save', { require_shift: 1, blind_count: 1, cashier_discount_limit: 100_000 });
  return { products, customers };
}

/** 20 of 27.00 on account, less 40.00 in cash. */
async function oweSinceEarlier(page: Page, productId: string, customerId: string): Promise<void> {
  await call(page, 'sales.addLine', { productId, quantity: 20_000 });
  const { id: cartId, revision } = await call(page, 'sales.setCustomer', { customerId });
  await call(page, 'sales.complete', {
    cartId,
    revision,
    payments: [
      { method: 'cash', amount: 40_00 },
      { method: 'on_account', amount: 500_00 },
    ],
  });
}
