import type { PurchaseDraft, PurchaseTotals } from '@shared/contract';
import { absMoney, type Money, negMoney, subMoney, ZERO } from '@shared/money';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import { MoneyInput } from '../../../ui/office';
import styles from './purchases.module.css';

interface Props {
  readonly totals: PurchaseTotals | null;
  readonly problem?: PurchaseDraft['problem'];
}

/** What the bill comes to, from the goods to the last paisa. */
export function Totals({ totals, problem = null }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (problem) {
    return (
      <p className={styles.problem} role="status">
        {t('office.purchases.problem')}
      </p>
    );
  }
  if (!totals) return null;
  const rows: readonly (readonly [string, Money])[] = [
    [t('office.purchases.subtotal'), totals.subtotal],
    ...(totals.discount === 0 ? [] : [[t('office.purchases.discounts'), negMoney(totals.discount)] as const]),
    [t('office.purchases.taxable'), totals.taxable],
    ...totals.taxes.map(({ kind, amount }) => [t(`common.tax.${kind}`), amount] as const),
    ...(totals.roundOff === 0 ? [] : [[t('office.purchases.roundOff'), totals.roundOff] as const]),
  ];
  return (
    <dl className={styles.totals}>
      {rows.map(([name, amount]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{format.money(amount)}</dd>
        </div>
      ))}
      <div className={styles.grand}>
        <dt>{t('office.purchases.total')}</dt>
        <dd>{format.money(totals.total)}</dd>
      </div>
    </dl>
  );
}

/** Suppliers round by less than this, in minor units; what differs by more was typed wrong. */
const most = 1000;

interface PaperProps {
  readonly answer: PurchaseDraft;
  readonly onRoundOff: (roundOff: Money) => void;
}

/**
 * The total as it stands on the paper: what it differs by from the lines is what the supplier rounded it by. More than that is
 * said, because then a line is not what the paper says: the field is invalid, and nothing is posted past it.
 */
export function PaperTotal({ answer, onRoundOff }: PaperProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [paper, setPaper] = useState<Money | null>(answer.roundOff === 0 ? null : (answer.totals?.total ?? null));
  const exact = answer.totals === null ? null : subMoney(answer.totals.total, answer.totals.roundOff);
  const differs = paper === null || exact === null ? null : subMoney(paper, exact);
  const isOff = differs !== null && absMoney(differs) > most;
  // Without a paper, or with one that says something else, nothing was rounded.
  const wanted = differs === null || isOff ? ZERO : differs;
  const asked = useRef<Money | null>(null);
  useEffect(() => {
    if (exact === null || wanted === answer.roundOff) asked.current = null;
    // Once: what main refuses is not asked for again and again.
    else if (asked.current !== wanted) {
      asked.current = wanted;
      onRoundOff(wanted);
    }
  });
  return (
    <MoneyInput
      w={190}
      label={t('office.purchases.paperTotal')}
      value={paper}
      onChange={setPaper}
      error={isOff && differs !== null && t('office.purchases.differs', { amount: format.money(differs) })}
    />
  );
}
