import type { CallInput, ProductSummary } from '@shared/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Selecting } from '../../../ui/office';
import { useKept } from '../../useKept';

export type Selection = CallInput<'bulk.preview'>['selection'];
type Filter = Omit<Extract<Selection, { of: 'filter' }>, 'of' | 'except'>;

/** Products ticked one by one, or all that the filter finds but for some. It is the filter then, not a list of ids. */
type Chosen =
  | { readonly of: 'these'; readonly ids: ReadonlySet<string> }
  | { readonly of: 'filter'; readonly filter: string; readonly except: ReadonlySet<string> };

const none: Chosen = { of: 'these', ids: new Set() };

export interface ChosenProducts {
  readonly count: number;
  readonly selection: Selection;
  readonly selecting: Selecting<ProductSummary>;
  readonly clear: () => void;
}

/**
 * What is chosen in the list of products. Single products stay chosen while the list changes, under whatever filter; "all
 * of them" is said of one filter, and goes with it.
 *
 * @param total how many the filter finds
 */
export function useChosenProducts(filter: Filter, total: number): ChosenProducts {
  const { t } = useTranslation();
  const [kept, keep] = useKept<Chosen>('products.chosen', none);
  const asked = JSON.stringify(filter);
  const isOver = kept.of === 'filter' && kept.filter !== asked;
  const chosen = isOver ? none : kept;
  // Gone for good: whoever comes back to that filter has ticked nothing.
  useEffect(() => {
    if (isOver) keep(none);
  }, [isOver, keep]);
  const isAll = chosen.of === 'filter';
  const ids = isAll ? chosen.except : chosen.ids;
  const count = isAll ? Math.max(0, total - ids.size) : ids.size;
  const has = ({ id }: ProductSummary) => ids.has(id) !== isAll;
  const set = (rows: readonly (ProductSummary | undefined)[], on: boolean) => {
    const next = new Set(ids);
    for (const row of rows) {
      if (row === undefined) continue;
      if (on === isAll) next.delete(row.id);
      else next.add(row.id);
    }
    keep(chosen.of === 'filter' ? { ...chosen, except: next } : { ...chosen, ids: next });
  };
  return {
    count,
    selection: isAll ? { of: 'filter', ...filter, except: [...ids] } : { of: 'these', ids: [...ids] },
    clear: () => keep(none),
    selecting: {
      has,
      all: count === 0 ? 'none' : isAll && ids.size === 0 ? 'all' : 'some',
      choose: (rows) => set(rows, true),
      toggle: (row) => set([row], row === undefined || !has(row)),
      toggleAll: (on) => keep(on ? { of: 'filter', filter: asked, except: new Set() } : none),
      allLabel: t('office.bulk.selectAll'),
      rowLabel: ({ name }) => t('office.bulk.select', { name }),
    },
  };
}
