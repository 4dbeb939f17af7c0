import { createHash } from 'node:crypto';
import type { EntityName } from '@shared/entities';
import { money } from '@shared/money';
import { nextChain } from '@shared/sync';
import type { HubRow, SqliteHubStore } from '../../../src/hub';
import { good } from '../../support/goods.ts';
import { productRow, saleRows } from '../../support/sale-rows.ts';

export const productId = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const billId = (n: number): string => `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * A shop's history at the hub, as sequencing it would have left it with its log pruned to the last entry: products with
 * barcode and SKU, and cash bills of two lines with their movements, payments and cash. Returns the number of records.
 * With its log kept (the entries say nothing), whoever asks for the log from its beginning is not sent away.
 */
export async function seedHub(
  store: SqliteHubStore,
  { products, bills, isPruned = true }: { products: number; bills: number; isPruned?: boolean },
): Promise<number> {
  let rows: HubRow[] = [];
  let written = 0;
  const flush = async () => {
    if (rows.length === 0) return;
    const expected = await store.lane();
    const seq = expected.head + 1;
    const chain = nextChain(sha256, expected.chain, 'seed', seq, sha256(String(seq)));
    written += rows.length;
    const entry = { seq, terminal: 'seed', mid: seq, name: 'seed', actor: 'system', at: 0, received: 0 };
    await store.commit({
      expected,
      lane: { ...expected, head: seq, chain },
      rows: rows.map((row) => ({ ...row, seq, versions: { '': [seq, 'seed', 0] } })),
      log: [{ ...entry, ops: '[]', scopes: '', chain }],
      mutations: [],
      numbers: [],
      terminals: [],
      quarantine: [],
      released: [],
    });
    rows = [];
  };
  const put = async (entity: EntityName, row: { readonly id: string }) => {
    rows.push({ entity, id: row.id, row: { ...row }, versions: {}, scope: 'shop', deleted: null, seq: 0 });
    if (rows.length >= 20_000) await flush();
  };
  for (let n = 1; n <= products; n++) {
    const { name, sku, barcode, price } = good(n);
    const barcodes = [{ position: 0, barcode }];
    await put('product', productRow(productId(n), { name, sku, price: money(price), barcodes }));
  }
  await flush();
  for (let n = 1; n <= bills; n++) {
    const goods = [productId(1 + (n % products)), productId(1 + ((n * 7) % products))];
    const { bill, movements, payment, cash } = saleRows(billId(n), `S-${n}`, goods);
    const numbered: typeof bill = { ...bill, series: 'S', sequence: n };
    await put('bill', numbered);
    for (const movement of movements) await put('stock_movement', movement);
    await put('payment', payment);
    await put('cashbook_entry', cash);
  }
  await flush();
  // The seed never said hello: what a till gets of it is the snapshot.
  if (isPruned) await store.prune(Number.MAX_SAFE_INTEGER);
  return written;
}
