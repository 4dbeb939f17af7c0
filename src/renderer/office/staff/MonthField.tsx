import { ActionIcon } from '@mantine/core';
import { dayOf } from '@shared/clock';
import { type Month, monthOf } from '@shared/entities';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat, useTill } from '../../shop';
import { useKept } from '../useKept';
import styles from './staff.module.css';

/** One month for hours and pay: who looks at last month's hours wants last month's pay. */
export function useMonth(): [Month, (month: Month) => void, Month] {
  const { shop } = useTill();
  const now = monthOf(dayOf(Date.now(), shop.timeZone));
  return [...useKept<Month>('staff.month', now), now];
}

interface Props {
  readonly value: Month;
  /** There is nothing after it. */
  readonly last: Month;
  readonly onChange: (month: Month) => void;
}

/** A month by name, and the ones beside it. */
export function MonthField({ value, last, onChange }: Props) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const name = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <fieldset className={styles.month} aria-label={t('office.hours.month')}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('office.hours.before')}
        onClick={() => onChange(shifted(value, -1))}
      >
        <IconChevronLeft size={18} stroke={1.6} />
      </ActionIcon>
      <span className={styles.monthName} aria-live="polite">
        {name.format(Date.parse(`${value}-01`))}
      </span>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('office.hours.after')}
        disabled={value >= last}
        onClick={() => onChange(shifted(value, 1))}
      >
        <IconChevronRight size={18} stroke={1.6} />
      </ActionIcon>
    </fieldset>
  );
}

function shifted(month: Month, by: number): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7) as Month; // proof: an ISO date begins so
}

/** The days of a month, as a report is asked for them. */
export function daysIn(month: Month): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}
