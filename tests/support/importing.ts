import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportField, ImportPreview, ImportProgress } from '@shared/contract';
import { ImportDesk } from '../../src/main/shop/imports';
import type { OpenOptions } from '../../src/main/store';
import { type Office, openShopOffice } from './office';

/** An office that imports files written by the test. */
export interface ImportOffice extends Office {
  readonly desk: ImportDesk;
  readonly progress: ImportProgress[];
  /** Writes a file into the test's folder; returns its path. */
  write(content: string | Buffer, name?: string): string;
  look(content: string | Buffer): Promise<ImportPreview>;
  /** Looks and checks, with the guessed mapping or the one given. */
  check(content: string | Buffer, mapping?: (ImportField | null)[]): ReturnType<ImportDesk['check']>;
  /** Looks, checks and writes. */
  load(content: string | Buffer, mapping?: (ImportField | null)[]): ReturnType<ImportDesk['run']>;
  /** All products, by name. */
  products(): Record<string, unknown>[];
}

export async function openImportOffice(options?: Partial<OpenOptions>): Promise<ImportOffice> {
  return importOffice(await openShopOffice({}, options));
}

export function importOffice(office: Office): ImportOffice {
  const progress: ImportProgress[] = [];
  const desk = new ImportDesk(office.deps, (each) => progress.push(each));
  let files = 0;
  const write = (content: string | Buffer, name = `goods-${files++}.csv`) => {
    const path = join(office.shop.folder, name);
    writeFileSync(path, content);
    return path;
  };
  const look = (content: string | Buffer) => desk.open(write(content));
  const checked = async (content: string | Buffer, mapping?: (ImportField | null)[]) => {
    const preview = await look(content);
    return { preview, check: await desk.check({ token: preview.token, mapping: mapping ?? preview.mapping }) };
  };
  return {
    ...office,
    desk,
    progress,
    write,
    look,
    check: async (content, mapping) => (await checked(content, mapping)).check,
    load: async (content, mapping) => {
      const { preview } = await checked(content, mapping);
      return desk.run(preview.token, office.session.user?.staffId ?? '');
    },
    products: () =>
      office.store
        .sql<[], Record<string, unknown>>(
          `SELECT p.name, p.sku, p.unit, p.price, p.mrp, p.hsn, p.reorder_level, b.name AS brand, c.name AS category,
             t.name AS tax, k.cost, coalesce(s.quantity, 0) AS stock,
             (SELECT group_concat(barcode, ' ') FROM product_barcode WHERE product_id = p.id) AS barcodes
           FROM product AS p LEFT JOIN brand AS b ON b.id = p.brand_id LEFT JOIN category AS c ON c.id = p.category_id
           LEFT JOIN tax_class AS t ON t.id = p.tax_class_id LEFT JOIN product_cost AS k ON k.id = p.id
           LEFT JOIN stock_level AS s ON s.product_id = p.id
           WHERE p.deleted_at IS NULL ORDER BY p.name`,
        )
        .all(),
  };
}
