import type { CartLine } from '@shared/contract';
import { addRate, type Rate, rate } from '@shared/money';
import { IconAlertTriangle, IconMinus, IconPlus } from '@tabler/icons-react';
import { memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Format } from '../../shop';
import type { CounterActions } from '../actions';
import { useCartStore } from '../cart';
import styles from './Lines.module.css';

interface Props {
  readonly line: CartLine;
  readonly selected: boolean;
  /** Changes each time the line changes; 0: not the last one that did. */
  readonly lit: number;
  readonly format: Format;
  readonly actions: CounterActions;
}

/** One line of the bill. Its cells are rendered again only when the line changed, not for being selected or lit. */
export const LineRow = memo(function LineRow({ line, selected, lit, format, actions }: Props) {
  const store = useCartStore();
  const isLit = useFlash(lit);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys select, whatever has the focus
    <li
      className={styles.row}
      data-tall={isTall(line) || undefined}
      data-long={line.name.length > longName || undefined}
      data-lit={isLit || undefined}
      aria-current={selected || undefined}
      onClick={() => store.select(line.lineNo)}
    >
      <Cells line={line} format={format} actions={actions} />
    </li>
  );
});

/** Characters from which on a name takes a second line beside a payment: its end says how much is in the packet. */
const longName = 28;

/** What needs a line of its own below the figures. */
const isTall = (line: CartLine): boolean => line.oversells || line.note !== null;

const Cells = memo(function Cells({ line, format, actions }: Pick<Props, 'line' | 'format' | 'actions'>) {
  const { t } = useTranslation();
  const { lineNo, name } = line;
  const price = format.amount(line.unitPrice);
  const off = line.discountAmount > 0 ? t('counter.off', { amount: format.amount(line.discountAmount) }) : '';
  const percent = taxRate(line);
  const each = t('counter.each', { price: format.money(line.unitPrice), unit: format.unit(line.unit) });
  return (
    <>
      <span className={styles.what}>
        <span className={styles.name}>{name}</span>
        <span className={styles.under}>
          <span className={styles.each}>{each}</span>
          {off && <span className={styles.narrow}>{off}</span>}
          {line.unitPrice !== line.listPrice && (
            <span className={styles.changed}>{t('counter.insteadOf', { price: format.amount(line.listPrice) })}</span>
          )}
          {percent > 0 && (
            <span className={styles.narrow}>{t('counter.taxAt', { rate: format.rate(rate(percent)) })}</span>
          )}
        </span>
        {isTall(line) && (
          <span className={styles.more}>
            {line.oversells && (
              <span className={styles.warning}>
                <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />
                {line.stock === null || line.stock <= 0
                  ? t('counter.oversellsAll')
                  : t('counter.oversells', { stock: format.quantityOf(line.stock, line.unit) })}
              </span>
            )}
            {line.note && <span className={styles.note}>{line.note}</span>}
          </span>
        )}
      </span>
      <span className={styles.stepper}>
        <button
          type="button"
          className={styles.step}
          data-step
          aria-label={t('counter.less', { name })}
          disabled={line.quantity <= 1000}
          onClick={() => actions.bump(lineNo, -1)}
        >
          <IconMinus size={18} stroke={1.8} aria-hidden="true" />
        </button>
        <button type="button" className={styles.quantity} onClick={() => actions.quantity(lineNo)}>
          <span className="unseen">{t('counter.quantityDialog.title', { name })}</span>
          {format.quantity(line.quantity)}
        </button>
        <button
          type="button"
          className={styles.step}
          data-step
          aria-label={t('counter.more', { name })}
          onClick={() => actions.bump(lineNo, 1)}
        >
          <IconPlus size={18} stroke={1.8} aria-hidden="true" />
        </button>
      </span>
      <span data-at="price" className={styles.figure}>
        {price}
      </span>
      <button type="button" data-at="discount" className={styles.discount} onClick={() => actions.discount(lineNo)}>
        <span className="unseen">{t('counter.lineDiscount', { name })}</span>
        {off || '–'}
        {line.discount && 'percent' in line.discount && (
          <span className={styles.small}>{format.rate(line.discount.percent)}</span>
        )}
      </button>
      <span data-at="tax" className={styles.figure}>
        {format.amount(line.tax)}
        {percent > 0 && <span className={styles.small}>{format.rate(rate(percent))}</span>}
      </span>
      <span data-at="amount" className={styles.amount}>
        {format.amount(line.net)}
      </span>
    </>
  );
});

/** The combined rate a person knows: CGST 9 % and SGST 9 % are "18 %". */
const taxRate = (line: CartLine): Rate => line.taxes.reduce((sum, tax) => addRate(sum, tax.rate), rate(0));

/** Long enough to be noticed, over before the next thing is scanned by hand. Ms. */
const flashMs = 400;

/**
 * Whether the line just came or changed. It does not fade: the frames of a fade come one every 16 ms, and the next scan's
 * line would have to wait for one; a page at rest is drawn at once.
 */
function useFlash(times: number): boolean {
  const [over, setOver] = useState(0);
  useEffect(() => {
    if (times === 0) return;
    const timer = setTimeout(() => setOver(times), flashMs);
    return () => clearTimeout(timer);
  }, [times]);
  return times > 0 && times !== over;
}
