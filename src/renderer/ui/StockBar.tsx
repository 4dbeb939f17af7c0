import type { ProductSummary } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../shop';
import styles from './StockBar.module.css';
import { stockShare, stockState } from './stock';

type Counted = Pick<ProductSummary, 'stock' | 'reorderLevel' | 'trackStock' | 'unit'>;

/** How much is left: the figure, a bar, and the state in words for who cannot see the colour. */
export function StockBar({ product }: { product: Counted }) {
  const { t } = useTranslation();
  const format = useFormat();
  const state = stockState(product);
  if (state === 'none') return <span className={styles.none}>{t('common.stock.none')}</span>;
  return (
    <span className={styles.root} data-state={state}>
      <span className={styles.figure}>
        {format.quantityOf(product.stock, product.unit)}
        {state !== 'enough' && <span className={styles.word}>{t(`common.stock.${state}`)}</span>}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.fill} style={{ inlineSize: `${Math.max(stockShare(product) * 100, 3)}%` }} />
      </span>
    </span>
  );
}

/** The same in a dot: its shape changes with its colour. */
export function StockDot({ product }: { product: Counted }) {
  const { t } = useTranslation();
  const state = stockState(product);
  if (state === 'none') return null;
  return <span className={styles.dot} data-state={state} role="img" aria-label={t(`common.stock.${state}`)} />;
}
