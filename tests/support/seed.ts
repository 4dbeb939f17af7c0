import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { money, quantity } from '@shared/money';
import { createProduct } from '../../src/main/shop/catalogue/write-product';
import { createSales } from '../../src/main/shop/sales';
import { good } from './goods';
import { type Office, openShopOffice } from './office';

const root = resolve(import.meta.dirname, '../..');

/** What a prepared shop holds. */
export interface PreparedShop {
  /** How many products are on sale, each with a barcode, a SKU, a price and stock: `good(1)` to `good(products)`. */
  readonly products: number;
  /** How many cash bills of three lines were sold; none unless given. */
  readonly bills?: number;
}

/**
 * Prepares a user-data folder that the app opens as a working shop: `galla.db` with an owner (PIN: `ownerPin` of
 * ./office) and the given number of products, written through the same mutations as in the app, many in one
 * transaction. A shop of one size is made once and copied from then on (`.cache/shops`).
 *
 * @param folder what is then passed to the app as `--user-data-dir`; created when it does not exist
 */
export async function prepareShop(folder: string, wanted: PreparedShop): Promise<void> {
  mkdirSync(folder, { recursive: true });
  copyFileSync(await preparedFile(wanted), join(folder, 'galla.db'));
}

/** The shop file itself, to be copied and not to be opened. */
async function preparedFile({ products, bills = 0 }: PreparedShop): Promise<string> {
  const cache = join(root, '.cache/shops');
  const file = join(cache, `${products}-${bills}-${recipe()}.db`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  const office = await openShopOffice();
  try {
    await office.store.hurrying(async () => {
      putGoods(office, products);
      sellGoods(office, products, bills);
    });
    await office.store.close();
    // Complete or not there: another run may be preparing the same.
    copyFileSync(office.shop.file, `${file}.${process.pid}`);
    renameSync(`${file}.${process.pid}`, file);
  } finally {
    await office.shop.dispose();
  }
  return file;
}

/** Of what a shop file is made; another schema or other goods are another file. */
function recipe(): string {
  const hash = createHash('sha256');
  for (const path of ['migrations/0001_shop.sql', 'tests/support/goods.ts', 'tests/support/seed.ts']) {
    hash.update(readFileSync(join(root, path)));
  }
  return hash.digest('hex').slice(0, 12);
}

const atOnce = 5_000;

function putGoods({ store, deps, session }: Office, products: number): void {
  const actor = session.user?.staffId ?? '';
  for (let first = 1; first <= products; first += atOnce) {
    store.mutate({ name: 'product.create', kind: 'request', actor }, (m) => {
      for (let number = first; number < first + atOnce && number <= products; number++) {
        const { name, sku, barcode, price } = good(number);
        createProduct(m, deps, {
          id: deps.ids.next(),
          fields: {
            name,
            sku,
            brand_id: null,
            category_id: null,
            hsn: null,
            unit: 'PCS',
            price: money(price),
            mrp: null,
            tax_class_id: null,
            reorder_level: quantity(5_000),
            reorder_quantity: null,
            track_stock: 1,
            by_weight: 0,
            favourite: number <= 60 ? 1 : 0,
            negative_stock: null,
            active: 1,
            barcodes: [{ position: 0, barcode }],
            units: [],
          },
          cost: null,
          openingStock: quantity(100_000),
        });
      }
    });
  }
}

function sellGoods({ store, deps, session }: Office, products: number, bills: number): void {
  const sales = createSales(deps);
  const staffId = session.user?.staffId ?? '';
  const idOf = store.sql<[string], { id: string }>('SELECT id FROM product WHERE sku = ?');
  for (let bill = 0; bill < bills; bill++) {
    const goods = [1, 2, 3].map((line) => {
      const { sku } = good(1 + ((bill * 3 + line) % products));
      return { productId: idOf.get(sku)?.id ?? '' };
    });
    const { cart } = sales.addGoods(staffId, goods);
    const payments = [{ method: 'cash' as const, amount: cart.totals.cashDue }];
    const rest = { refund: 'cash' as const, approvals: [], confirm: [] };
    sales.handlers['sales.complete']({ cartId: cart.id, revision: cart.revision, payments, ...rest }, { session });
  }
}
