import { Button } from '@mantine/core';
import type { Completed } from '@shared/contract';
import { absMoney, addMoney, subMoney, ZERO } from '@shared/money';
import { IconCircleCheck, IconPrinter } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePrint, usePrinting } from '../../printing';
import { useFormat } from '../../shop';
import { FixedKey, Keycap, useShortcut } from '../../shortcuts';
import { useTellDisplay } from '../tellDisplay';
import styles from './DonePane.module.css';

interface Props {
  readonly completed: Completed;
  readonly onNext: () => void;
}

/** The sale is on the disk. What the cashier's hands need to know now is the change. */
export function DonePane({ completed, onNext }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const next = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => next.current?.focus(), []);
  useShortcut('back', onNext);
  useTellDisplay({ mode: 'done', billId: completed.billId });
  const { change, due, total, paid, number, creditNote } = completed;
  /** In money: what the goods that came back paid was not handed over. */
  const received = subMoney(addMoney(paid, change), creditNote?.exchanged ?? ZERO);
  const title = t(`pay.done.${titleOf(completed)}`);
  return (
    <section className={styles.root} aria-label={title}>
      <div className={styles.head}>
        <IconCircleCheck size={28} stroke={1.6} aria-hidden="true" />
        <h1 className={styles.title}>{title}</h1>
        <span className={styles.number} data-selectable>
          {t('pay.done.bill', { number })}
        </span>
      </div>
      <div className={styles.change} role="status">
        {creditNote?.refundedBy ? (
          <>
            <span className={styles.label}>
              {t('counter.returns.giveBackBy', { method: t(`common.method.${creditNote.refundedBy}`) })}
            </span>
            <output className={styles.figure}>{format.money(absMoney(creditNote.refunded))}</output>
          </>
        ) : change > 0 ? (
          <>
            <span className={styles.label}>{t('pay.done.change')}</span>
            <output className={styles.figure}>{format.money(change)}</output>
          </>
        ) : due > 0 ? (
          <>
            <span className={styles.label}>{t('pay.done.due')}</span>
            <output className={styles.due}>{format.money(due)}</output>
          </>
        ) : (
          <span className={styles.none}>{t('pay.done.noChange')}</span>
        )}
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{t('counter.total')}</dt>
          <dd>{format.money(total)}</dd>
        </div>
        {creditNote && (
          <div>
            <dt>{t('counter.exchange.credit')}</dt>
            <dd>{format.money(creditNote.total)}</dd>
          </div>
        )}
        {received > 0 && (
          <div>
            <dt>{t('pay.done.received')}</dt>
            <dd className={styles.in}>{format.money(received)}</dd>
          </div>
        )}
        {creditNote && (
          <div>
            <dt>{t('counter.exchange.note')}</dt>
            <dd data-selectable>{creditNote.number}</dd>
          </div>
        )}
      </dl>
      <Printing completed={completed} />
      <div className={styles.next}>
        <Button
          ref={next}
          size="lg"
          fullWidth
          className={styles.button ?? ''}
          onClick={onNext}
          rightSection={<FixedKey name="Enter" />}
        >
          {t('pay.done.next')}
        </Button>
        <p className={styles.hint}>{t('pay.done.nextHint')}</p>
      </div>
    </section>
  );
}

/** How it ended, in a word: what is still owed was not paid, and goods that came back are no money. */
function titleOf({ creditNote, due, paid }: Completed) {
  if (creditNote) return 'exchangeTitle';
  if (due <= 0) return 'title';
  return paid > 0 ? 'partTitle' : 'dueTitle';
}

/** What the printer does with the receipt, in words, and the way to have it again; an exchange has two papers. */
function Printing({ completed: { billId, creditNote } }: { completed: Completed }) {
  const { t } = useTranslation();
  const printing = usePrinting();
  const print = usePrint();
  const hasPrinter = printing !== null && printing.status.state !== 'none';
  const again = async () => {
    const isQueued = await print({ kind: 'bill', id: billId, copy: 'original' });
    if (isQueued && creditNote) await print({ kind: 'return', id: creditNote.id, copy: 'original' });
  };
  useShortcut('print', () => void again(), hasPrinter);
  if (!printing) return null;
  return (
    <div className={styles.printing} data-trouble={printing.status.state === 'trouble' || undefined}>
      <IconPrinter size={20} stroke={1.6} aria-hidden="true" />
      <span role="status">{printing.text}</span>
      {hasPrinter && (
        <Button variant="default" size="sm" rightSection={<Keycap of="print" />} onClick={() => void again()}>
          {t(printing.status.waiting > 0 ? 'counter.print.tryNow' : 'counter.print.now')}
        </Button>
      )}
    </div>
  );
}
