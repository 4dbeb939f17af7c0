import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../../live';
import { useFormat, useTill } from '../../../shop';
import { MoneyInput } from '../../../ui/office';
import { rateNow } from '../../catalogue/rates';
import { Cell, type Form, FormSection } from '../../form';
import type { ProductDraft } from '../draft';
import styles from '../products.module.css';

/** What it costs, here and there, and the tax in it. */
export function PriceSection({ form: { draft, errors, set } }: { form: Form<ProductDraft> }) {
  const { t } = useTranslation();
  const { shop } = useTill();
  const isAboveMrp = draft.price !== null && draft.mrp !== null && draft.price > draft.mrp;
  return (
    <FormSection
      title={t('office.products.pricing')}
      note={t(shop.pricesIncludeTax ? 'office.products.pricingHint' : 'office.products.pricingHintWithoutTax')}
    >
      <Cell span={4}>
        <MoneyInput
          label={t('office.products.price')}
          required
          value={draft.price}
          onChange={(price) => set('price', price)}
          error={errors.price}
        />
      </Cell>
      <Cell span={4}>
        <MoneyInput
          label={t('office.products.mrp')}
          value={draft.mrp}
          onChange={(mrp) => set('mrp', mrp)}
          // Main's refusal of the price says the same; once is enough.
          description={
            isAboveMrp &&
            errors.price === undefined && <span className={styles.warning}>{t('office.products.aboveMrp')}</span>
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={errors.mrp}
        />
      </Cell>
      <Cell span={4}>
        <MoneyInput
          label={t('office.products.cost')}
          value={draft.cost}
          onChange={(cost) => set('cost', cost)}
          error={errors.cost}
        />
      </Cell>
      <Cell span={8}>
        <TaxClassField value={draft.taxClassId} onChange={(id) => set('taxClassId', id)} error={errors.taxClassId} />
      </Cell>
      <Cell span={4}>
        <TextInput
          label={t('office.products.hsn')}
          inputMode="numeric"
          maxLength={8}
          value={draft.hsn}
          onChange={(event) => set('hsn', event.currentTarget.value.trim())}
          error={errors.hsn}
        />
      </Cell>
    </FormSection>
  );
}

interface TaxProps {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly error: string | undefined;
}

function TaxClassField({ value, onChange, error }: TaxProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shop } = useTill();
  const classes = useLive('catalogue.taxClasses', {}).data ?? [];
  const chosen = classes.find(({ id }) => id === value);
  return (
    <Select
      label={t('office.products.taxClass')}
      description={chosen && rateNow(chosen, shop.timeZone, { t, format })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      searchable
      clearable
      allowDeselect={false}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('office.products.noSuch')}
      data={classes
        .filter(({ active, id }) => active || id === value)
        .map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
