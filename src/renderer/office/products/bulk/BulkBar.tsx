import { Button, CloseButton } from '@mantine/core';
import type { BulkField } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import { BulkDialog } from './BulkDialog';
import styles from './bulk.module.css';
import type { ChosenProducts } from './chosen';

const fields: readonly BulkField[] = ['price', 'category', 'brand', 'taxClass', 'reorderLevel', 'favourite', 'active'];

interface Props {
  readonly chosen: ChosenProducts;
  /** Nothing is chosen any more, and whoever stood in the bar stands nowhere. */
  readonly onGone: () => void;
}

/** Below the list: how many are chosen, and what can be done to all of them at once. */
export function BulkBar({ chosen, onGone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [field, setField] = useState<BulkField | null>(null);
  if (chosen.count === 0 && field === null) return null;
  return (
    <section aria-label={t('office.bulk.label')} className={styles.bar} data-form-foot>
      <span className={styles.count} role="status">
        {t('office.bulk.selected', { count: chosen.count, number: format.count(chosen.count) })}
      </span>
      <span className={styles.change}>{t('office.bulk.change')}</span>
      {fields.map((each) => (
        <Button key={each} size="xs" px={10} variant="default" onClick={() => setField(each)}>
          {t(`office.bulk.fields.${each}`)}…
        </Button>
      ))}
      <CloseButton
        className={styles.clear ?? ''}
        aria-label={t('office.bulk.clear')}
        title={t('office.bulk.clear')}
        onClick={() => {
          chosen.clear();
          onGone();
        }}
      />
      {field !== null && (
        <BulkDialog
          key={field}
          field={field}
          chosen={chosen}
          onClose={(isDone) => {
            setField(null);
            if (isDone) onGone();
          }}
        />
      )}
    </section>
  );
}
