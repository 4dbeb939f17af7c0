import { Button } from '@mantine/core';
import type { Completed } from '@shared/contract';
import { IconCircleCheck } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { useShortcut } from '../../shortcuts';
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
  const { change, due, total, paid, number } = completed;
  return (
    <section className={styles.root} aria-label={t('pay.done.title')}>
      <div className={styles.head}>
        <IconCircleCheck size={28} stroke={1.6} aria-hidden="true" />
        <h1 className={styles.title}>{t('pay.done.title')}</h1>
        <span className={styles.number} data-selectable>
          {t('pay.done.bill', { number })}
        </span>
      </div>
      <div className={styles.change} role="status">
        {change > 0 ? (
          <>
            <span className={styles.label}>{t('pay.done.change')}</span>
            <output className={styles.figure}>{format.money(change)}</output>
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
        <div>
          <dt>{t('pay.done.paid')}</dt>
          <dd className={styles.in}>{format.money(paid)}</dd>
        </div>
        {due > 0 && (
          <div>
            <dt>{t('pay.done.due')}</dt>
            <dd className={styles.due}>{format.money(due)}</dd>
          </div>
        )}
      </dl>
      <div className={styles.next}>
        <Button ref={next} size="lg" fullWidth className={styles.button ?? ''} onClick={onNext}>
          {t('pay.done.next')}
          <kbd className={styles.enter}>Enter</kbd>
        </Button>
        <p className={styles.hint}>{t('pay.done.nextHint')}</p>
      </div>
    </section>
  );
}
