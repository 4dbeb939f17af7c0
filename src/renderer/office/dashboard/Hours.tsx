import type { DayFigures } from '@shared/contract';
import { ZERO } from '@shared/money';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { Bars } from '../reports/chart';
import { Card } from './Card';
import styles from './dashboard.module.css';
import type { Versus } from './Headline';

interface Props {
  readonly today: DayFigures;
  readonly then: DayFigures;
  readonly versus: Versus;
}

/** Sales hour by hour, before those of the other day. Hours without any at both ends are left out. */
export function Hours({ today, then, versus }: Props) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const clock = format.hour;
  const isQuiet = today.hours.every((amount) => amount === 0);
  if (isQuiet && then.hours.every((amount) => amount === 0)) {
    return (
      <Card title={t('dashboard.hours')} to="/reports/hours">
        <p className={styles.quiet}>{t('dashboard.hoursNone')}</p>
      </Card>
    );
  }
  const open = today.hours.flatMap((amount, hour) => (amount !== 0 || then.hours[hour] !== 0 ? [hour] : []));
  const first = open[0] ?? 9;
  const last = Math.max(open.at(-1) ?? 20, first + 5);
  const hours = today.hours.slice(first, last + 1);
  const busiest = today.hours.reduce((best, amount, hour) => (amount > (today.hours[best] ?? amount) ? hour : best), 0);
  return (
    <Card title={t('dashboard.hours')} to="/reports/hours">
      <div className={styles.hours}>
        <Bars
          label={
            isQuiet
              ? t('dashboard.hoursQuiet')
              : t('dashboard.hoursChart', { total: format.money(today.net), hour: clock(busiest) })
          }
          bars={hours.map((value, index) => {
            const hour = clock(first + index);
            return { key: hour, title: `${hour}: ${format.money(value)}`, value };
          })}
          behind={then.hours.slice(first, last + 1)}
          note={
            isQuiet ? '' : t('highest', { name: clock(busiest), value: format.money(today.hours[busiest] ?? ZERO) })
          }
          {...(then.net !== 0 && {
            legend: { bars: t('dashboard.title'), behind: t(`dashboard.behind.${versus}`) },
          })}
          axis={{ first: clock(first), last: clock(Math.min(23, last)) }}
        />
      </div>
    </Card>
  );
}
