import type { ComponentProps } from 'react';
import { MoneyInput } from '../ui/office';
import styles from './payments.module.css';

/** How much changes hands, in large figures; it has the focus from the start. */
export function AmountField(props: ComponentProps<typeof MoneyInput>) {
  return <MoneyInput data-autofocus size="lg" className={styles.amount ?? ''} {...props} />;
}
