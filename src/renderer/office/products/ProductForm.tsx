import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shop';
import { FormFoot } from '../../ui/office';
import type { Form } from '../form';
import type { ProductDraft } from './draft';
import styles from './products.module.css';
import { CounterSection } from './sections/CounterSection';
import { IdentitySection } from './sections/IdentitySection';
import { PriceSection } from './sections/PriceSection';
import { StockSection } from './sections/StockSection';
import { UnitsSection } from './sections/UnitsSection';

interface Props {
  readonly form: Form<ProductDraft>;
  readonly isNew: boolean;
  readonly pending: boolean;
  readonly onSave: () => void;
  /** There is a way back beside "Save". */
  readonly onCancel?: () => void;
}

/** Every field of a product. A person who may not change it sees the same, shut. */
export function ProductForm({ form, isNew, pending, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const mayEdit = useMay('catalogue.edit');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form ref={form.ref} onSubmit={submit} noValidate>
      <fieldset disabled={!mayEdit} className={styles.bare}>
        <IdentitySection form={form} />
        <PriceSection form={form} />
        <UnitsSection form={form} />
        <StockSection form={form} isNew={isNew} />
        <CounterSection form={form} />
      </fieldset>
      {mayEdit && (
        <FormFoot>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('common.cancel')}
            </Button>
          )}
          <Button type="submit" disabled={!isNew && !form.dirty} loading={pending}>
            {t('common.save')}
          </Button>
        </FormFoot>
      )}
    </form>
  );
}
