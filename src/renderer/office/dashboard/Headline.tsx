import type { DayFigures } from '@shared/contract';
import { absMoney, type Money, money, rate, rateOf, subMoney, wholePercents } from '@shared/money';
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shop';
import styles from './dashboard.module.css';

export type Versus = 'yesterday' | 'lastWeek';

interface Props {
  readonly today: DayFigures;
  readonly then: DayFigures;
  /** Which day `then` is. */
  readonly versus: Versus;
}

/** The day's figures in large, each against the same time of the other day. */
export function Headline({ today, then, versus }: Props) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const was = (value: string) => t(`dashboard.was.${versus}`, { value });
  return (
    <dl className={styles.headline}>
      <Figure name={t('dashboard.net')} value={format.money(today.net)} to="/reports/days" main>
        <Change now={today.net} then={then.net} was={was(format.money(then.net))} />
      </Figure>
      <Figure
        name={t('dashboard.profit')}
        value={today.profit === null ? '–' : format.money(today.profit)}
        to="/reports/profit"
      >
        {today.profit === null ? (
          <span className={styles.then}>{t('dashboard.noCosts')}</span>
        ) : (
          <Change
            now={today.profit}
            then={then.profit}
            was={was(then.profit === null ? '–' : format.money(then.profit))}
          />
        )}
        {today.profit !== null && today.uncosted !== 0 && (
          <span className={styles.then}>{t('dashboard.uncosted', { amount: format.money(today.uncosted) })}</span>
        )}
      </Figure>
      <Figure name={t('dashboard.bills')} value={format.count(today.bills)} to="/reports/hours">
        <Change now={money(today.bills)} then={money(then.bills)} was={was(format.count(then.bills))} />
      </Figure>
      <Figure name={t('dashboard.average')} value={format.money(today.average)} to="/reports/cashiers">
        <Change now={today.average} then={then.average} was={was(format.money(then.average))} />
      </Figure>
      <Figure name={t('dashboard.returned')} value={format.money(today.returned)} to="/reports/returns">
        <span className={styles.then}>{was(format.money(then.returned))}</span>
      </Figure>
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly to: string;
  readonly main?: true;
  readonly children: React.ReactNode;
}

function Figure({ name, value, to, main, children }: FigureProps) {
  return (
    <div className={styles.figure} data-main={main}>
      <dt>
        <Link href={to} className={styles.link ?? ''}>
          {name}
        </Link>
      </dt>
      <dd>
        <span className={styles.value}>{value}</span>
        {children}
      </dd>
    </div>
  );
}

interface ChangeProps {
  readonly now: Money;
  readonly then: Money | null;
  /** What it was then, said where there is nothing to make a share of. */
  readonly was: string;
}

/** More or less than then, in a word, a sign and a share; of nothing there is no share. */
function Change({ now, then, was }: ChangeProps) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  if (then === null || then <= 0) return <span className={styles.then}>{was}</span>;
  const difference = subMoney(now, then);
  // Whole percents: nobody acts on a tenth of one.
  const change = wholePercents(rateOf(absMoney(difference), then) ?? rate(0));
  if (change === 0) return <span className={styles.then}>{t('dashboard.same')}</span>;
  const isMore = difference > 0;
  const Arrow = isMore ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className={styles.change} data-more={isMore || undefined} title={was}>
      <Arrow size={16} aria-hidden="true" />
      {t(isMore ? 'dashboard.more' : 'dashboard.less', { rate: format.rate(change) })}
    </span>
  );
}
