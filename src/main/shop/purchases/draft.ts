import { dayOf } from '@shared/clock';
import type { DraftContent, DraftLine, DraftSummary, HandlerInput, PurchaseDraft } from '@shared/contract';
import { AppError } from '@shared/errors';
import { attempt, type Money, QUANTITY_SCALE, quantity, rate, wholeOnesFor, ZERO } from '@shared/money';
import { readCost } from '../catalogue';
import type { ShopDeps } from '../deps';
import { TaxRates } from '../sales';
import { boughtProduct, placeOf, pricePurchase, totalsOf, unitOf, unitsOf } from './price';

interface DraftRow {
  readonly content: string;
  readonly updated_at: number;
}

/** Supplier's bills that are being typed in: this terminal's own, on the disk with every change. */
export class DraftDesk {
  readonly #deps: ShopDeps;
  readonly rates: TaxRates;

  constructor(deps: ShopDeps) {
    this.#deps = deps;
    this.rates = new TaxRates(deps.store);
  }

  begin(staffId: string, { supplierId, products }: HandlerInput<'purchases.begin'>): PurchaseDraft {
    const { ids, clock, settings } = this.#deps;
    const { time_zone, gstin, prices_include_tax, tax_regime } = settings();
    const id = ids.next();
    const lines = products.map(({ productId, quantity: wanted }) => {
      const { unit, units, unitPrice, discount, taxClassId } = this.newLine(productId);
      const factor = units.find((each) => each.unit === unit)?.factor ?? quantity(QUANTITY_SCALE);
      // Nobody sells two and a half boxes.
      const count = factor === QUANTITY_SCALE ? wanted : wholeOnesFor(wanted, factor);
      return { productId, unit, quantity: count, unitPrice, discount, taxClassId };
    });
    this.save(staffId, {
      id,
      supplierId: supplierId ?? null,
      billNumber: '',
      billDay: dayOf(clock.now(), time_zone),
      dueDay: null,
      // Wholesalers in India add the tax to their prices, whatever stands on the shelf.
      pricesIncludeTax: tax_regime !== 'india_gst' && prices_include_tax === 1,
      inputCredit: gstin !== null,
      discount: ZERO,
      roundOff: ZERO,
      note: '',
      lines,
    });
    return this.read(id);
  }

  save(staffId: string, { id, ...content }: DraftContent & { readonly id: string }): void {
    const { store, clock } = this.#deps;
    store.transaction((tx) => {
      tx.local<[string, string, string, number]>(
        `INSERT INTO purchase_draft (id, content, staff_id, updated_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at`,
      ).run(id, JSON.stringify(content), staffId, clock.now());
      tx.touch('purchase_draft', [id]);
    });
  }

  drop(id: string): void {
    this.#deps.store.transaction((tx) => {
      tx.local<[string]>('DELETE FROM purchase_draft WHERE id = ?').run(id);
      tx.touch('purchase_draft', [id]);
    });
  }

  list(): DraftSummary[] {
    const rows = this.#deps.store
      .sql<[], DraftRow & { id: string }>('SELECT id, content, updated_at FROM purchase_draft ORDER BY updated_at DESC')
      .all();
    return rows.map(({ id, content: text, updated_at }) => {
      const content = parse(text);
      return {
        id,
        supplier: this.#supplier(content)?.name ?? null,
        billNumber: content.billNumber,
        lines: content.lines.length,
        updatedAt: updated_at,
      };
    });
  }

  /** What was typed. @throws AppError `not_found` */
  content(id: string): DraftContent & { readonly updatedAt: number } {
    const row = this.#deps.store
      .sql<[string], DraftRow>('SELECT content, updated_at FROM purchase_draft WHERE id = ?')
      .get(id);
    if (!row) throw new AppError('not_found', `No draft ${id}`, { entity: 'purchase_draft', id });
    return { ...parse(row.content), updatedAt: row.updated_at };
  }

  /** What was typed, and what it comes to. @throws AppError `not_found` */
  read(id: string): PurchaseDraft {
    const { store, settings } = this.#deps;
    const { supplierId, lines, updatedAt, ...content } = this.content(id);
    const place = placeOf(store, settings(), supplierId);
    const priced = attempt(() => {
      const all = { ...content, supplierId, lines };
      for (const [index, line] of lines.entries())
        unitOf(this.#units(line.productId), line.unit, `lines[${index}].unit`);
      return pricePurchase(settings(), this.rates, all, place);
    });
    const { reason, field } = priced.ok
      ? { reason: '', field: '' }
      : { reason: priced.error.code, field: priced.error.field };
    return {
      id,
      supplier: this.#supplier({ supplierId }),
      ...content,
      lines: lines.map((line, index) => ({
        ...line,
        name: boughtProduct(store, line.productId)?.name ?? '',
        units: this.#units(line.productId),
        total: priced.ok ? (priced.value.lines[index]?.total ?? null) : null,
      })),
      place,
      totals: priced.ok ? totalsOf(priced.value) : null,
      problem: priced.ok || lines.length === 0 ? null : { reason, field },
      updatedAt,
    };
  }

  /** As it was bought the last time, on a bill that stands; else by the piece at its cost. @throws AppError `not_found` */
  newLine(productId: string): DraftLine {
    const { store } = this.#deps;
    const product = boughtProduct(store, productId);
    if (!product) throw new AppError('not_found', `No product ${productId}`, { entity: 'product', id: productId });
    const last = store
      .sql<[string], { unit: DraftLine['unit']; unit_price: Money }>(
        `SELECT l.unit, l.unit_price FROM purchase_line AS l JOIN purchase AS p ON p.id = l.purchase_id
         WHERE l.product_id = ? AND NOT EXISTS (SELECT 1 FROM purchase_reversal WHERE purchase_id = p.id)
         ORDER BY p.at DESC, p.id DESC LIMIT 1`,
      )
      .get(productId);
    const units = this.#units(productId);
    const known = last !== undefined && units.some(({ unit }) => unit === last.unit) ? last : undefined;
    return {
      productId,
      name: product.name,
      units,
      unit: known?.unit ?? product.unit,
      quantity: quantity(1000),
      unitPrice: known?.unit_price ?? readCost(store, productId) ?? ZERO,
      discount: rate(0),
      taxClassId: product.tax_class_id,
      total: null,
    };
  }

  #units(productId: string): DraftLine['units'] {
    const product = boughtProduct(this.#deps.store, productId);
    if (!product) return [];
    // proof: units of the catalogue, which takes no others
    return unitsOf(this.#deps.store, product).map(({ unit, factor }) => ({ unit: unit as DraftLine['unit'], factor }));
  }

  #supplier({ supplierId }: Pick<DraftContent, 'supplierId'>): PurchaseDraft['supplier'] {
    if (supplierId === null) return null;
    const row = this.#deps.store
      .sql<[string], { id: string; name: string }>('SELECT id, name FROM supplier WHERE id = ?')
      .get(supplierId);
    return row ?? null;
  }
}

const parse = (text: string): DraftContent => JSON.parse(text) as DraftContent; // proof: nothing but `save` writes it
