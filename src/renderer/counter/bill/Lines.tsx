import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { EmptyState } from '../../ui';
import type { CounterActions } from '../actions';
import { useCart } from '../cart';
import { LineRow } from './LineRow';
import styles from './Lines.module.css';

/**
 * The lines; the one that changed last is brought into sight and lit up. All of them exist: the browser itself leaves out
 * what is out of sight, and nothing has to ask the page for its measures while a line waits to be painted.
 */
export function Lines({ actions }: { actions: CounterActions }) {
  const { t } = useTranslation();
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useCart((state) => state.cart?.lines ?? none);
  const isKnown = useCart((state) => state.cart !== null);
  const selected = useCart((state) => state.selected);
  const lit = useCart((state) => state.lit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line that changed again is brought back into sight
  useEffect(() => {
    // In the frame itself, which lays the page out anyway.
    const frame = requestAnimationFrame(() =>
      scroller.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [selected, lit]);

  if (isKnown && lines.length === 0) {
    return <EmptyState title={t('counter.empty')}>{t('counter.emptyText')}</EmptyState>;
  }
  return (
    <div ref={scroller} className={styles.root} tabIndex={lines.length > 0 ? 0 : -1}>
      <div className={styles.head} aria-hidden="true">
        <span>{t('counter.item')}</span>
        <span data-at="quantity">{t('counter.quantity')}</span>
        <span data-at="price">{t('counter.price')}</span>
        <span data-at="discount">{t('counter.discount')}</span>
        <span data-at="tax">{t('counter.tax')}</span>
        <span data-at="amount">{t('counter.amount')}</span>
      </div>
      <ul className={styles.list} aria-label={t('counter.bill')}>
        {lines.map((line) => (
          <LineRow
            key={line.lineNo}
            line={line}
            selected={line.lineNo === selected}
            lit={lit?.lineNo === line.lineNo ? lit.times : 0}
            format={format}
            actions={actions}
          />
        ))}
      </ul>
    </div>
  );
}

const none: readonly never[] = [];
