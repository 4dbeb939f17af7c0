import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { EmptyState } from '../../ui';
import type { CounterActions } from '../actions';
import { useCart } from '../cart';
import { LineRow } from './LineRow';
import styles from './Lines.module.css';

const headHeight = 30;
const rowHeight = 60;
/** On an old till's low screen, where every line more that is in sight counts. */
const lowRowHeight = 52;
const lowScreen = matchMedia('(max-height: 700px)');

/** The lines, of which only those in sight exist; the one that changed last is brought into sight and lit up. */
export function Lines({ actions }: { actions: CounterActions }) {
  const { t } = useTranslation();
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useCart((state) => state.cart?.lines ?? none);
  const isKnown = useCart((state) => state.cart !== null);
  const selected = useCart((state) => state.selected);
  const lit = useCart((state) => state.lit);
  // Asked once and when it changes: to answer, the page would bring all its styles up to date for every line drawn.
  const [isLow, setIsLow] = useState(() => lowScreen.matches);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isLow ? lowRowHeight : rowHeight),
    // The head is above the first line and over what scrolls.
    scrollPaddingEnd: headHeight,
    overscan: 6,
    useScrollendEvent: true,
  });
  useEffect(() => {
    const change = () => {
      setIsLow(lowScreen.matches);
      // Another height for every line.
      virtual.measure();
    };
    lowScreen.addEventListener('change', change);
    return () => lowScreen.removeEventListener('change', change);
  }, [virtual]);
  const index = lines.findIndex((line) => line.lineNo === selected);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line that changed again is brought back into sight
  useEffect(() => {
    if (index >= 0 && !isInSight(virtual, index)) virtual.scrollToIndex(index);
  }, [index, lit, virtual]);

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
      <ul className={styles.list} aria-label={t('counter.bill')} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (!line) return null;
          return (
            <LineRow
              key={line.lineNo}
              line={line}
              top={item.start}
              selected={line.lineNo === selected}
              lit={lit?.lineNo === line.lineNo ? lit.times : 0}
              format={format}
              actions={actions}
            />
          );
        })}
      </ul>
    </div>
  );
}

const none: readonly never[] = [];

/** By what is known already; asking the page would lay it out once more for every scan. */
function isInSight(virtual: Virtualizer<HTMLDivElement, Element>, index: number): boolean {
  const { scrollOffset, scrollRect } = virtual;
  const item = virtual.measurementsCache[index];
  if (scrollOffset === null || scrollRect === null || item === undefined) return false;
  return item.start >= scrollOffset && item.end + headHeight <= scrollOffset + scrollRect.height;
}
