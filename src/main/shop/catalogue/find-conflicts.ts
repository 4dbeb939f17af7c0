import { readBarcode } from '@shared/codes';
import { AppError } from '@shared/errors';
import type { Reads } from '../../store';

interface Holder {
  id: string;
  name: string;
}

/**
 * The product, not removed and not `self`, that answers to this barcode itself or in one of its units. CROSS JOIN as in
 * `lookup.ts`.
 */
export function holderOfBarcode(reads: Reads, barcode: string, self: string): Holder | undefined {
  return reads
    .sql<[string, string, string, string], Holder>(
      `SELECT p.id, p.name FROM product_barcode AS b CROSS JOIN product AS p ON p.id = b.product_id
       WHERE b.barcode = ? AND p.deleted_at IS NULL AND p.id <> ?
       UNION ALL
       SELECT p.id, p.name FROM product_unit AS u CROSS JOIN product AS p ON p.id = u.product_id
       WHERE u.barcode = ? AND p.deleted_at IS NULL AND p.id <> ?
       LIMIT 1`,
    )
    .get(barcode, self, barcode, self);
}

export function holderOfSku(reads: Reads, sku: string, self: string): Holder | undefined {
  return reads
    .sql<[string, string], Holder>(
      `SELECT id, name FROM product WHERE sku = ? COLLATE NOCASE AND deleted_at IS NULL AND id <> ? LIMIT 1`,
    )
    .get(sku, self);
}

/** @throws AppError `duplicate_sku`, `duplicate_barcode`, each naming the product that has it */
export function refuseTakenCodes(reads: Reads, self: string, sku: string | null, barcodes: readonly string[]): void {
  const bySku = sku === null ? undefined : holderOfSku(reads, sku, self);
  if (sku !== null && bySku) {
    const params = { sku, product: bySku.name, productId: bySku.id };
    throw new AppError('duplicate_sku', `SKU ${sku} belongs to ${bySku.name}`, params);
  }
  for (const barcode of barcodes) {
    const holder = holderOfBarcode(reads, barcode, self);
    if (!holder) continue;
    const params = { barcode, product: holder.name, productId: holder.id };
    throw new AppError('duplicate_barcode', `Barcode ${barcode} belongs to ${holder.name}`, params);
  }
}

/** Codes of 8, 12, 13 and 14 digits carry a check digit; anything else is the shop's own. @throws AppError `bad_barcode` */
export function checkBarcode(barcode: string): string {
  const read = readBarcode(barcode);
  if (read.ok) return read.value.code;
  throw new AppError('bad_barcode', read.error.message, { barcode });
}
