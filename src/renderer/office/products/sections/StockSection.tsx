import { Select, Switch } from '@mantine/core';
import type { NegativeStockRule } from '@shared/entities';
import { useTranslation } from 'react-i18next';
import { QuantityInput } from '../../../ui/office';
import { Cell, type Form, FormSection } from '../../form';
import type { ProductDraft } from '../draft';

const rules: readonly NegativeStockRule[] = ['allow', 'warn', 'block'];

/** Whether it is counted, when to buy more, and what the counter does when it runs out. */
export function StockSection({ form: { draft, errors, set }, isNew }: { form: Form<ProductDraft>; isNew: boolean }) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('office.products.stock')} note={t('office.products.stockHint')}>
      <Cell span={12}>
        <Switch
          label={t('office.products.trackStock')}
          checked={draft.trackStock}
          onChange={(event) => set('trackStock', event.currentTarget.checked)}
        />
      </Cell>
      {draft.trackStock && (
        <>
          {isNew && (
            <Cell span={4}>
              <QuantityInput
                label={t('office.products.openingStock')}
                unit={draft.unit}
                negative
                value={draft.openingStock}
                onChange={(quantity) => set('openingStock', quantity)}
                error={errors.openingStock}
              />
            </Cell>
          )}
          <Cell span={4}>
            <QuantityInput
              label={t('office.products.reorderLevel')}
              unit={draft.unit}
              value={draft.reorderLevel}
              onChange={(quantity) => set('reorderLevel', quantity)}
              error={errors.reorderLevel}
            />
          </Cell>
          <Cell span={4}>
            <QuantityInput
              label={t('office.products.reorderQuantity')}
              unit={draft.unit}
              value={draft.reorderQuantity}
              onChange={(quantity) => set('reorderQuantity', quantity)}
              error={errors.reorderQuantity}
            />
          </Cell>
          <Cell span={8}>
            <Select
              label={t('office.products.negativeStock')}
              clearable
              allowDeselect={false}
              clearButtonProps={{ 'aria-label': t('office.products.shopRule') }}
              placeholder={t('office.products.shopRule')}
              data={rules.map((rule) => ({ value: rule, label: t(`office.negativeStock.${rule}`) }))}
              value={draft.negativeStock}
              onChange={(rule) => set('negativeStock', rule)}
              error={errors.negativeStock}
            />
          </Cell>
        </>
      )}
    </FormSection>
  );
}
