import type { Day } from '@shared/clock';
import type { GstFigures, GstReturn, GstTable } from '@shared/contract';
import { isReturnHsn, isReturnRate, isService, largeInvoiceAbove } from '@shared/gst';
import {
  addMoney,
  addQuantity,
  type Money,
  negMoney,
  quantity,
  type Rate,
  rate,
  unitQuantityCode,
  ZERO,
} from '@shared/money';
import type { GstDocument, GstLine } from './documents';
import { addFigures, columnOf, negFigures, noFigures, sumFigures, taxOf } from './figures';
import { Problems } from './problems';

/** An invoice or a note that stands by itself: its figures by rate. Of a note they have no sign. */
export interface Entry {
  readonly number: string;
  readonly day: Day;
  readonly value: Money;
  /** Code of a state. */
  readonly pos: string;
  readonly isInter: boolean;
  readonly rates: ReadonlyMap<Rate, GstFigures>;
}

export type NilKind = 'INTRB2B' | 'INTRB2C' | 'INTRAB2B' | 'INTRAB2C';
export type HsnRow = GstReturn['hsn'][number];

/** The shop as a return names it. */
export interface Filer {
  readonly gstin: string | null;
  readonly state: string | null;
}

/** The tables of a GSTR-1 in whole numbers. Figures of sums are net of what came back. */
export class Tables {
  readonly b2b = new Map<string, Entry[]>();
  readonly b2cl = new Map<string, Entry[]>();
  readonly b2cs = new Map<string, { pos: string; isInter: boolean; rate: Rate; figures: GstFigures }>();
  readonly cdnr = new Map<string, Entry[]>();
  readonly cdnur: Entry[] = [];
  readonly nil = new Map<NilKind, { nil: Money; exempt: Money }>();
  readonly hsn = new Map<string, HsnRow>();
  /** By combined rate; null has no GST. */
  readonly rates = new Map<Rate | null, GstFigures>();
  readonly sums = new Map<GstTable, { documents: number; figures: GstFigures }>();
  readonly problems = new Problems();
  readonly #filer: Filer;
  value: Money = ZERO;
  bills = 0;
  notes = 0;

  constructor(filer: Filer) {
    this.#filer = filer;
    if (filer.gstin === null) this.problems.add('shop_gstin', { type: 'settings', id: 'shop', name: '' });
  }

  add(document: GstDocument): void {
    const { lines, buyer, regime } = document;
    if (document.kind === 'bill') this.bills += 1;
    else this.notes += 1;
    this.value = addMoney(this.value, document.total);
    const taxable = lines.map(({ figures }) => figures.taxable).reduce(addMoney, ZERO);
    if (regime !== 'india_gst' || lines.some(({ taxes }) => taxes.some(([kind]) => columnOf(kind) === null))) {
      this.problems.add('other_regime', aboutBill(document), taxable);
      return;
    }
    if (buyer?.hasBadGstin) {
      this.problems.add('customer_gstin', { type: 'customer', id: buyer.id, name: buyer.name }, taxable);
    }
    for (const line of lines) this.#count(document, line);
    this.#place(document, taxable);
  }

  #count({ buyer }: GstDocument, line: GstLine): void {
    const { figures, hsn } = line;
    this.rates.set(line.rate, addFigures(this.rates.get(line.rate) ?? noFigures, figures));
    const own = rate(line.rate ?? 0);
    if (!isReturnRate(own)) this.problems.add('rate_unknown', aboutGoods(line), figures.taxable);
    if (!isReturnHsn(hsn)) {
      this.problems.add('hsn_missing', aboutGoods(line), figures.taxable);
      return;
    }
    const side = buyer?.gstin ? 'b2b' : 'b2c';
    const unit = isService(hsn) ? 'NA' : unitQuantityCode(line.unit);
    const counted = isService(hsn) ? quantity(0) : line.quantity;
    const key = [side, hsn, unit, own].join(' ');
    const row = this.hsn.get(key);
    this.hsn.set(key, {
      side,
      hsn,
      unit,
      rate: own,
      quantity: row ? addQuantity(row.quantity, counted) : counted,
      ...addFigures(row ?? noFigures, figures),
    });
  }

  /** Into the tables that name it, or sum it up. */
  #place(document: GstDocument, taxable: Money): void {
    const { buyer, kind } = document;
    const isInter = document.place === 'inter';
    const untaxed = document.lines.filter(isUntaxed);
    if (untaxed.length > 0) this.#sum('nil', sumFigures(untaxed.map(({ figures }) => figures)));
    for (const line of untaxed) this.#untaxed(isInter, Boolean(buyer?.gstin), line);
    const rates = new Map<Rate, GstFigures>();
    for (const line of document.lines) {
      if (isUntaxed(line)) continue;
      const own = rate(line.rate ?? 0);
      rates.set(own, addFigures(rates.get(own) ?? noFigures, line.figures));
    }
    if (rates.size === 0) return;
    const pos = this.#placeOfSupply(document, taxable);
    const entry = (): Entry => ({
      number: document.number,
      day: document.day,
      value: kind === 'note' ? negMoney(document.total) : document.total,
      pos,
      isInter,
      rates: kind === 'note' ? new Map([...rates].map(([own, figures]) => [own, negFigures(figures)])) : rates,
    });
    const table = tableOf(document);
    this.#sum(table, sumFigures(rates.values()));
    if (table === 'cdnur') this.cdnur.push(entry());
    else if (table === 'b2b' || table === 'cdnr') push(this[table], buyer?.gstin ?? '', entry());
    else if (table === 'b2cl') push(this.b2cl, pos, entry());
    else for (const [own, sums] of rates) this.#addSmall(pos, isInter, own, sums);
  }

  #addSmall(pos: string, isInter: boolean, own: Rate, figures: GstFigures): void {
    const key = `${pos} ${own}`;
    const has = this.b2cs.get(key);
    this.b2cs.set(key, { pos, isInter, rate: own, figures: addFigures(has?.figures ?? noFigures, figures) });
  }

  #untaxed(isInter: boolean, isRegistered: boolean, { rate: own, figures: { taxable } }: GstLine): void {
    const kind: NilKind = `${isInter ? 'INTR' : 'INTRA'}${isRegistered ? 'B2B' : 'B2C'}`;
    const has = this.nil.get(kind) ?? { nil: ZERO, exempt: ZERO };
    const column = own === null ? 'exempt' : 'nil';
    this.nil.set(kind, { ...has, [column]: addMoney(has[column], taxable) });
  }

  #sum(table: GstTable, figures: GstFigures): void {
    const has = this.sums.get(table);
    this.sums.set(table, {
      documents: (has?.documents ?? 0) + 1,
      figures: addFigures(has?.figures ?? noFigures, figures),
    });
  }

  /** Where the goods went; a problem where that cannot be said, because then nobody knows whose tax it is. */
  #placeOfSupply(document: GstDocument, taxable: Money): string {
    const { buyer } = document;
    if (document.place === 'intra') return this.#filer.state ?? '';
    const state = buyer?.state ?? null;
    if (state !== null && state !== this.#filer.state) return state;
    const about = buyer ? ({ type: 'customer', id: buyer.id, name: buyer.name } as const) : aboutBill(document);
    this.problems.add('place_unknown', about, taxable);
    return '';
  }
}

/** Tables 4, 5, 7 and 9B: who bought, from where, and for how much. */
function tableOf({ kind, buyer, place, original, day, total }: GstDocument): GstTable {
  if (buyer?.gstin) return kind === 'bill' ? 'b2b' : 'cdnr';
  const sold = kind === 'bill' ? { day, total } : original;
  const isLarge = place === 'inter' && sold !== null && sold.total > largeInvoiceAbove(sold.day);
  if (!isLarge) return 'b2cs';
  return kind === 'bill' ? 'b2cl' : 'cdnur';
}

function push<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Nil-rated and exempt goods have a table of their own (8); with a cess on them they are taxed after all. */
const isUntaxed = ({ rate: own, figures }: GstLine): boolean => (own ?? 0) === 0 && taxOf(figures) === 0;

/** Of a credit note, the bill that it is of. */
const aboutBill = ({ kind, id, number, original }: GstDocument) =>
  ({ type: 'bill', id: kind === 'bill' ? id : (original?.id ?? ''), name: number }) as const;

/** A line that is of no product, such as a charge, is known by its name. */
const aboutGoods = ({ productId, name }: GstLine) => ({ type: 'product', id: productId ?? '', name }) as const;
