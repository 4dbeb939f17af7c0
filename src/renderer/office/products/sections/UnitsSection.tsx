import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import { MoneyInput, QuantityInput } from '../../../ui/office';
import { Cell, type Form, FormSection } from '../../form';
import { type ProductDraft, type UnitDraft, unitErrors } from '../draft';
import styles from '../products.module.css';
import { UnitSelect } from '../UnitSelect';

/** The unit it is counted in, and the others it is sold in. */
export function UnitsSection({ form: { draft, errors, set } }: { form: Form<ProductDraft> }) {
  const { t } = useTranslation();
  const add = () => {
    const key = 1 + Math.max(-1, ...draft.units.map((unit) => unit.key));
    set('units', [...draft.units, { key, unit: 'BOX', factor: null, price: null, barcode: '' }]);
  };
  const replace = (changed: UnitDraft) =>
    set(
      'units',
      draft.units.map((unit) => (unit.key === changed.key ? changed : unit)),
    );
  return (
    <FormSection title={t('office.products.units')} note={t('office.products.unitsHint')}>
      <Cell span={4}>
        <UnitSelect
          label={t('office.products.unit')}
          value={draft.unit}
          onChange={(unit) => set('unit', unit)}
          error={errors.unit}
        />
      </Cell>
      <Cell span={12}>
        <div className={styles.units}>
          {draft.units.map((unit) => (
            <UnitRow
              key={unit.key}
              unit={unit}
              draft={draft}
              isChecked={errors.units !== undefined}
              onChange={replace}
              onRemove={() =>
                set(
                  'units',
                  draft.units.filter(({ key }) => key !== unit.key),
                )
              }
            />
          ))}
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={add}
              disabled={draft.units.length >= 20}
            >
              {t('office.products.addUnit')}
            </Button>
          </div>
        </div>
      </Cell>
    </FormSection>
  );
}

interface RowProps {
  readonly unit: UnitDraft;
  readonly draft: ProductDraft;
  /** Somebody tried to save: say what is missing. */
  readonly isChecked: boolean;
  readonly onChange: (unit: UnitDraft) => void;
  readonly onRemove: () => void;
}

function UnitRow({ unit, draft, isChecked, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const wrong = unitErrors(unit, draft, t);
  const word = format.unit(unit.unit);
  return (
    <div className={styles.unit}>
      <UnitSelect
        label={t('office.products.unit')}
        value={unit.unit}
        onChange={(next) => onChange({ ...unit, unit: next })}
        error={wrong.unit}
      />
      <QuantityInput
        label={t('office.products.factor', { unit: word })}
        unit={draft.unit}
        value={unit.factor}
        onChange={(factor) => onChange({ ...unit, factor })}
        error={isChecked ? wrong.factor : undefined}
      />
      <MoneyInput
        label={t('office.products.price')}
        value={unit.price}
        onChange={(price) => onChange({ ...unit, price })}
        error={isChecked ? wrong.price : undefined}
      />
      <TextInput
        data-takes-scans
        label={t('office.products.barcode')}
        maxLength={64}
        autoComplete="off"
        value={unit.barcode}
        onChange={(event) => onChange({ ...unit, barcode: event.currentTarget.value.trim() })}
        // A scanner ends with Enter, which here means "next field", not "save".
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        error={wrong.barcode}
      />
      <ActionIcon
        className={styles.removeUnit ?? ''}
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('office.products.removeUnit', { unit: word })}
        onClick={onRemove}
      >
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
