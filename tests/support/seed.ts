import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openShopOffice, productInput } from './office';

/** What a prepared shop holds. */
export interface PreparedShop {
  /** How many products are on sale, each with a barcode and a price. */
  readonly products: number;
}

/**
 * Prepares a user-data folder that the app opens as a working shop: set up, with an owner (PIN: `ownerPin` of
 * ./office) and the given number of products, written through the same use-cases as in the app.
 * @param folder what is then passed to the app as `--user-data-dir`; created when it does not exist
 */
export async function prepareShop(folder: string, { products }: PreparedShop): Promise<void> {
  const office = await openShopOffice();
  try {
    for (let number = 1; number <= products; number++) {
      const product = productInput({ name: `Product ${number}`, barcodes: [ean13(number)], price: 1000 + number });
      await office.handlers['catalogue.saveProduct'](product, office);
    }
    await office.store.close();
    mkdirSync(folder, { recursive: true });
    cpSync(office.shop.file, join(folder, 'galla.db'));
  } finally {
    await office.shop.dispose();
  }
}

/** The EAN-13 of a number in India's range (890), with its check digit (GS1 General Specifications 7.9). */
function ean13(number: number): string {
  const digits = `890${String(number).padStart(9, '0')}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
