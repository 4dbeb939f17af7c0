import { type Tax, type TaxPeriod, taxesOn } from '@shared/bill';
import type { Day } from '@shared/clock';
import type { Flag, Row } from '@shared/entities';
import type { Reads, Store } from '../../store';

type RateRow = Omit<Row<'tax_class'>['rates'][number], 'position'> & { compound: Flag };

const none: readonly Tax[] = [];

/**
 * The taxes of a product's class on a day, kept until a class or the day changes. One list per class: the arithmetic
 * works out each list once per bill.
 */
export class TaxRates {
  readonly #store: Reads;
  readonly #lists = new Map<string, readonly Tax[]>();
  #day: Day | undefined;

  /** @param store of a reader, which tells of no changes, for one question */
  constructor(store: Reads & Partial<Pick<Store, 'changes'>>) {
    this.#store = store;
    store.changes?.subscribe(({ topic }) => {
      if (topic === 'tax_class') this.#lists.clear();
    });
  }

  /** A product without a class carries no tax. @throws ArithmeticError `no_rate_for_day` */
  on(taxClassId: string | null, day: Day): readonly Tax[] {
    if (taxClassId === null) return none;
    if (day !== this.#day) {
      this.#lists.clear();
      this.#day = day;
    }
    let list = this.#lists.get(taxClassId);
    if (!list) {
      list = taxesOn({ periods: this.#periods(taxClassId) }, day);
      this.#lists.set(taxClassId, list);
    }
    return list;
  }

  #periods(taxClassId: string): TaxPeriod[] {
    const rows = this.#store
      .sql<[string], RateRow>(
        `SELECT effective_from, kind, rate, per_unit, compound FROM tax_class_rate
         WHERE tax_class_id = ? ORDER BY effective_from, position`,
      )
      .all(taxClassId);
    return [...Map.groupBy(rows, (row) => row.effective_from)].map(([from, members]) => ({
      from,
      taxes: members.map((row) => ({
        kind: row.kind,
        rate: row.rate,
        perUnit: row.per_unit,
        compound: row.compound === 1,
      })),
    }));
  }
}
