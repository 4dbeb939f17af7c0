import { useTranslation } from 'react-i18next';
import { useMay } from '../../shop';
import { Sections } from '../parts';

/** Levels, counts and what is made here; for those who work with the stock also where goods come from and go into. */
export function StockSections() {
  const { t } = useTranslation();
  const works = useMay('stock.edit');
  return (
    <Sections
      label={t('office.stock.sections.label')}
      sections={[
        ['/stock', t('office.stock.sections.levels')],
        ['/stock/counts', t('office.stock.sections.counts')],
        ...(works
          ? ([
              ['/stock/reorder', t('office.stock.sections.reorder')],
              ['/stock/purchases', t('office.stock.sections.purchases')],
              ['/stock/suppliers', t('office.stock.sections.suppliers')],
            ] as const)
          : []),
        ['/stock/production', t('office.stock.sections.production')],
        ...(works ? ([['/stock/recipes', t('office.stock.sections.recipes')]] as const) : []),
        ['/stock/feedback', t('office.stock.sections.feedback')],
      ]}
    />
  );
}
