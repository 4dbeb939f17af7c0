import { checkTaxClass, type TaxPeriod } from '@shared/bill';
import { isDay } from '@shared/clock';
import type { HandlerInput, TaxClass, TaxComponent } from '@shared/contract';
import type { Row, TaxKind, TaxRegime } from '@shared/entities';
import { AppError } from '@shared/errors';
import { fineMoney, rate } from '@shared/money';
import type { Reads } from '../../store';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { badValue, checkField, cleanName } from '../text';
import { refuseNamesake, refuseUsed } from './groups';

type Calls =
  | 'catalogue.taxClasses'
  | 'catalogue.saveTaxClass'
  | 'catalogue.removeTaxClass'
  | 'catalogue.restoreTaxClass';
type Rates = Row<'tax_class'>['rates'];
type RateRow = Rates[number] & { tax_class_id: string };
type ClassRow = Pick<Row<'tax_class'>, 'id' | 'name' | 'active'>;

export function taxClassHandlers(deps: ShopDeps): Handlers<Calls> {
  const { store, ids } = deps;
  const nameOf = (id: string): string => {
    const row = store.sql<[string], { name: string }>('SELECT name FROM tax_class WHERE id = ?').get(id);
    if (!row) throw new AppError('not_found', `No tax class ${id}`, { entity: 'tax_class', id });
    return row.name;
  };
  return {
    'catalogue.taxClasses': () => listTaxClasses(store),

    'catalogue.saveTaxClass': (input, context) => {
      const { staffId: actor } = actorOf(context);
      const id = input.id ?? ids.next();
      const rates = toRates(input.rates, deps.settings().tax_regime);
      const fields = { name: cleanName(input.name), active: input.active ? 1 : 0, rates } as const;
      store.mutate({ name: input.id ? 'tax_class.edit' : 'tax_class.create', kind: 'request', actor }, (m) => {
        refuseNamesake(store, 'tax_class', fields.name, id);
        if (input.id) m.set('tax_class', id, fields);
        else m.put('tax_class', { id, ...fields });
      });
      const saved = listTaxClasses(store).find((taxClass) => taxClass.id === id);
      if (!saved) throw new Error('A tax class that was just saved is not there');
      return saved;
    },

    'catalogue.removeTaxClass': ({ id }, context) => {
      const { staffId: actor } = actorOf(context);
      store.mutate({ name: 'tax_class.remove', kind: 'request', actor }, (m) => {
        const users = store
          .sql<[string], { n: number }>(
            'SELECT count(*) AS n FROM product WHERE tax_class_id = ? AND deleted_at IS NULL',
          )
          .get(id);
        refuseUsed('tax_class', id, { products: users?.n ?? 0 });
        m.del('tax_class', id);
      });
      return null;
    },

    'catalogue.restoreTaxClass': ({ id }, context) => {
      const { staffId: actor } = actorOf(context);
      store.mutate({ name: 'tax_class.restore', kind: 'request', actor }, (m) => {
        refuseNamesake(store, 'tax_class', nameOf(id), id);
        m.undel('tax_class', id);
      });
      return null;
    },
  };
}

/** All that are not removed, in use or not, with their whole history of rates. */
export function listTaxClasses(reads: Reads): TaxClass[] {
  const rates = Map.groupBy(
    reads.sql<[], RateRow>('SELECT * FROM tax_class_rate ORDER BY tax_class_id, effective_from, position').all(),
    (row) => row.tax_class_id,
  );
  return reads
    .sql<[], ClassRow>('SELECT id, name, active FROM tax_class WHERE deleted_at IS NULL ORDER BY id')
    .all()
    .map(({ id, name, active }) => ({ id, name, active: active === 1, rates: toPeriods(rates.get(id) ?? []) }));
}

function toPeriods(rows: readonly RateRow[]): TaxClass['rates'] {
  return [...Map.groupBy(rows, (row) => row.effective_from)].map(([effectiveFrom, components]) => ({
    effectiveFrom,
    components: components.map(
      ({ kind, rate, per_unit, compound }): TaxComponent => ({
        kind,
        rate,
        perUnit: per_unit,
        compound: compound === 1,
      }),
    ),
  }));
}

const kindOf: Record<TaxRegime, TaxKind> = {
  india_gst: 'gst',
  vat: 'vat',
  sales_tax: 'sales_tax',
  none: 'sales_tax',
};

/** Checked as the bill arithmetic will read them. A time without any tax is kept as one of 0 %. */
function toRates(wanted: HandlerInput<'catalogue.saveTaxClass'>['rates'], regime: TaxRegime): Rates {
  const periods = wanted.map(({ effectiveFrom, components }): TaxPeriod => {
    if (!isDay(effectiveFrom)) throw badValue('rates', `Not a day: ${effectiveFrom}`);
    const untaxed = { kind: kindOf[regime], rate: rate(0), perUnit: fineMoney(0), compound: false };
    return { from: effectiveFrom, taxes: components.length === 0 ? [untaxed] : components };
  });
  checkField('rates', () => checkTaxClass({ periods }));
  return periods
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .flatMap(({ from, taxes }) =>
      taxes.map(({ kind, rate, perUnit, compound }, position) => ({
        effective_from: from,
        position,
        kind,
        rate,
        per_unit: perUnit,
        compound: compound ? (1 as const) : (0 as const),
      })),
    );
}
