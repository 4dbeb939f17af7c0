import { useTranslation } from 'react-i18next';
import { useMay } from '../../shop';
import { Sections } from '../parts';

/** Levels and counts, and for those who receive goods where they come from. */
export function StockSections() {
  const { t } = useTranslation();
  const receives = useMay('stock.edit');
  return (
    <Sections
      label={t('office.stock.sections.label')}
      sections={[
        ['/stock', t('office.stock.sections.levels')],
        ['/stock/counts', t('office.stock.sections.counts')],
        ...(receives
          ? ([
              ['/stock/reorder', t('office.stock.sections.reorder')],
              ['/stock/purchases', t('office.stock.sections.purchases')],
              ['/stock/suppliers', t('office.stock.sections.suppliers')],
            ] as const)
          : []),
      ]}
    />
  );
}
