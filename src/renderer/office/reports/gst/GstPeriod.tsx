import { Select } from '@mantine/core';
import { dayOf } from '@shared/clock';
import { type ReturnPeriod, recentPeriods } from '@shared/gst';
import { useTranslation } from 'react-i18next';
import { useFormat, useTill } from '../../../shop';
import { DayFields } from '../PeriodField';
import type { Days } from '../period';

interface Props {
  readonly value: Days;
  readonly onChange: (days: Days) => void;
}

/** A month or a quarter by name: of those there are returns. Or any days, for a look at them and for Tally. */
export function GstPeriod({ value, onChange }: Props) {
  const { t } = useTranslation('reports');
  const { shop } = useTill();
  const { locale } = useFormat();
  const today = dayOf(Date.now(), shop.timeZone);
  const months = recentPeriods('month', today, 13);
  const quarters = recentPeriods('quarter', today, 5);
  const all = [...months, ...quarters];
  const keyOf = ({ from, to }: Days) => `${from} ${to}`;
  const item = (period: ReturnPeriod) => ({ value: keyOf(period), label: nameOf(period, locale) });
  return (
    <>
      <Select
        w={190}
        aria-label={t('period')}
        placeholder={t('periods.other')}
        allowDeselect={false}
        data={[
          { group: t('gst.months'), items: months.map(item) },
          { group: t('gst.quarters'), items: quarters.map(item) },
        ]}
        value={all.some((period) => keyOf(period) === keyOf(value)) ? keyOf(value) : null}
        onChange={(chosen) => {
          const period = all.find((each) => keyOf(each) === chosen);
          if (period) onChange({ from: period.from, to: period.to });
        }}
      />
      <DayFields value={value} onChange={onChange} single={false} />
    </>
  );
}

/** `November 2026`, `Jul – Sep 2026` */
function nameOf({ kind, from, to }: ReturnPeriod, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    month: kind === 'month' ? 'long' : 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return kind === 'month' ? format.format(Date.parse(from)) : format.formatRange(Date.parse(from), Date.parse(to));
}
