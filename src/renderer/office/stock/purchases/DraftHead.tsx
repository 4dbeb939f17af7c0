import { Button, Select, TextInput } from '@mantine/core';
import { dayOrNone } from '@shared/clock';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../../live';
import { DateField } from '../../../ui/office';
import { SupplierDialog } from '../suppliers/SupplierDialog';
import styles from './purchases.module.css';
import type { TypedDraft } from './useDraft';

interface Props {
  readonly typed: TypedDraft;
  readonly onChange: (part: Partial<TypedDraft>) => void;
  readonly refused: { readonly field: string; readonly words: string } | null;
}

/** Whose bill it is, and what stands at its top. */
export function DraftHead({ typed, onChange, refused }: Props) {
  const { t } = useTranslation();
  const [creating, setCreating] = useState(false);
  const suppliers = useLive('suppliers.list', { limit: 200 }).data?.rows ?? [];
  const known = suppliers.some(({ id }) => id === typed.supplier?.id);
  // One that was removed since, or lies beyond the first two hundred.
  const listed = known || typed.supplier === null ? suppliers : [typed.supplier, ...suppliers];
  const errorOf = (field: string) => (refused?.field === field ? refused.words : undefined);
  return (
    <div className={styles.head}>
      <Select
        className={styles.supplier ?? ''}
        label={t('office.purchases.supplier')}
        placeholder={t('office.purchases.chooseSupplier')}
        data-autofocus
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('office.suppliers.nothingFound')}
        data={listed.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.supplier?.id ?? null}
        onChange={(id) => {
          const supplier = listed.find((each) => each.id === id);
          if (supplier) onChange({ supplier: { id: supplier.id, name: supplier.name } });
        }}
        error={errorOf('supplierId')}
      />
      <Button
        className={styles.besideField ?? ''}
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => setCreating(true)}
      >
        {t('office.suppliers.create')}
      </Button>
      <TextInput
        className={styles.number ?? ''}
        label={t('office.purchases.billNumber')}
        maxLength={64}
        value={typed.billNumber}
        onChange={(event) => onChange({ billNumber: event.currentTarget.value })}
        error={errorOf('billNumber')}
      />
      <DateField
        className={styles.day ?? ''}
        label={t('office.purchases.billDay')}
        clearable={false}
        value={dayOrNone(typed.billDay)}
        onChange={(billDay) => billDay && onChange({ billDay })}
        error={errorOf('billDay')}
      />
      <DateField
        className={styles.day ?? ''}
        label={t('office.purchases.dueDay')}
        min={dayOrNone(typed.billDay) ?? undefined}
        value={dayOrNone(typed.dueDay ?? '')}
        onChange={(dueDay) => onChange({ dueDay })}
        error={errorOf('dueDay')}
      />
      {creating && (
        <SupplierDialog
          supplier={null}
          onSaved={({ id, name }) => onChange({ supplier: { id, name } })}
          onClose={() => setCreating(false)}
        />
      )}
    </div>
  );
}
