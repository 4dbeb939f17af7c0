import { Button } from '@mantine/core';
import { dayOf } from '@shared/clock';
import { IconChartBar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, useTill } from '../../shop';
import { EmptyState } from '../../ui';
import { type Days, type PeriodName, usualPeriods } from './period';

interface Props {
  /** What there is nothing of. */
  readonly title: string;
  readonly days: Days;
  /** Days offered in their place: the first of these that are others. */
  readonly instead: readonly PeriodName[];
  readonly onChange: (days: Days) => void;
  /** Where such things begin, if not at the counter: what it is, and the way there. */
  readonly begin?: { readonly words: string; readonly action: ReactNode };
}

/** The days chosen are why there is nothing: it says which, and leads to others. */
export function NothingInDays({ title, days, instead, onChange, begin }: Props) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const { shop } = useTill();
  // A day is read in one piece, wherever the line ends.
  const day = (of: string) => format.day(of).replaceAll(' ', '\u00a0');
  const periods = usualPeriods(dayOf(Date.now(), shop.timeZone));
  // A period within these days is as empty as they are.
  const other = instead.find((name) => periods[name].from < days.from || periods[name].to > days.to);
  return (
    <EmptyState
      icon={<IconChartBar size={40} stroke={1.5} />}
      title={title}
      action={
        begin?.action ??
        (other && (
          <Button variant="default" onClick={() => onChange(periods[other])}>
            {t(`periods.${other}`)}
          </Button>
        ))
      }
    >
      {days.from === days.to
        ? t('emptyDay', { day: day(days.to) })
        : t('emptyDays', { from: day(days.from), to: day(days.to) })}{' '}
      {t(other && !begin ? 'otherDaysOr' : 'otherDays')} {begin?.words}
    </EmptyState>
  );
}
