import type { DayFigures } from '@shared/contract';
import { absMoney, type Money, money, rate, rateOf, subMoney, wholePercents } from '@shared/money';
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shop';
import styles from './dashboard.module.css';

/** Four figures in large, each against the same time of the other day. */
export function Headline({ today, then }: { today: DayFigures; then: DayFigures }) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  return (
    <dl className={styles.headline}>
      <Figure name={t('dashboard.net')} value={format.money(today.net)} to="/reports/days" main>
        <Change now={today.net} then={then.net} />
      </Figure>
      <Figure name={t('dashboard.bills')} value={format.count(today.bills)} to="/reports/hours">
        <Change now={money(today.bills)} then={money(then.bills)} />
      </Figure>
      <Figure name={t('dashboard.average')} value={format.money(today.average)} to="/reports/cashiers">
        <Change now={today.average} then={then.average} />
      </Figure>
      <Figure name={t('dashboard.returned')} value={format.money(today.returned)} to="/reports/returns">
        <span className={styles.then}>
          {t('dashboard.thatDay')}: {format.money(then.returned)}
        </span>
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

/** More or less than then, in a word, a sign and a share; a share of nothing is none. */
function Change({ now, then }: { now: Money; then: Money }) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  if (then <= 0) return <span className={styles.then}>{t('dashboard.nothingThen')}</span>;
  const difference = subMoney(now, then);
  // Whole percents: nobody acts on a tenth of one.
  const change = wholePercents(rateOf(absMoney(difference), then) ?? rate(0));
  if (change === 0) return <span className={styles.then}>{t('dashboard.same')}</span>;
  const isMore = difference > 0;
  const Arrow = isMore ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className={styles.change} data-more={isMore || undefined}>
      <Arrow size={16} aria-hidden="true" />
      {t(isMore ? 'dashboard.more' : 'dashboard.less', { rate: format.rate(change) })}
    </span>
  );
}
