import { UnstyledButton } from '@mantine/core';
import type { ProductSummary } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { type Notice, useCartStore } from '../cart';
import { CounterDialog } from './CounterDialog';
import styles from './dialogs.module.css';

/** Two products share a code: the cashier sees which one it is. */
export function ChooseDialog({ notice }: { notice: Extract<Notice, { kind: 'ambiguous' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useCartStore();
  const choose = (product: ProductSummary) => void store.add(product, notice.quantity);
  return (
    <CounterDialog opened onClose={() => store.notify(null)} title={t('counter.scan.chooseTitle')}>
      <p className={styles.about}>{t('counter.scan.chooseText', { code: notice.code })}</p>
      <div className={styles.few}>
        {notice.products.map((product, index) => (
          <UnstyledButton
            key={product.id}
            className={styles.choice ?? ''}
            data-autofocus={index === 0 || undefined}
            onClick={() => choose(product)}
          >
            <span>
              <span className={styles.choiceName}>{product.name}</span>
              <span className={styles.about}>{[product.brand, product.sku].filter(Boolean).join(' · ')}</span>
            </span>
            <span className={styles.choicePrice}>{format.money(product.price)}</span>
          </UnstyledButton>
        ))}
      </div>
    </CounterDialog>
  );
}
