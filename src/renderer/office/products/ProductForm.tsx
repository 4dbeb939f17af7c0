import type { FormEvent } from 'react';
import { useMay } from '../../shop';
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
  /** The id that the save button names. */
  readonly id: string;
  readonly isNew: boolean;
  readonly onSave: () => void;
}

/** Every field of a product. A person who may not change it sees the same, shut. */
export function ProductForm({ form, id, isNew, onSave }: Props) {
  const mayEdit = useMay('catalogue.edit');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form id={id} ref={form.ref} className={styles.form} onSubmit={submit} noValidate>
      <fieldset disabled={!mayEdit} className={styles.bare}>
        <IdentitySection form={form} />
        <PriceSection form={form} />
        <UnitsSection form={form} />
        <StockSection form={form} isNew={isNew} />
        <CounterSection form={form} />
      </fieldset>
    </form>
  );
}
