import '../../theme/office.css';
import '@mantine/dates/styles.layer.css';
import { Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { type Day, isDay } from '@shared/clock';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortcutScope } from '../../shortcuts';

interface Props {
  readonly value: Day | null;
  readonly today: Day;
  readonly min: Day | undefined;
  readonly max: Day | undefined;
  readonly locale: string;
  readonly onChoose: (day: Day) => void;
  /** The focus goes back to the field. */
  readonly onClose: () => void;
  /** What it hangs from. */
  readonly children: ReactElement;
}

/** A month to choose a day from: arrows go by days and weeks, Enter takes one, Esc closes. All its words are the locale's. */
export default function DayCalendar({ value, today, min, max, locale, onChoose, onClose, children }: Props) {
  const { t } = useTranslation();
  const words = (shape: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...shape, timeZone: 'UTC' });
    return (day: string) => format.format(Date.parse(day.slice(0, 10)));
  };
  const month = words({ month: 'long', year: 'numeric' });
  const first = value ?? (max && max < today ? max : min && min > today ? min : today);
  return (
    <Popover opened onDismiss={onClose} trapFocus position="bottom-end" shadow="none">
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label={t('common.day.calendar')}>
        <ShortcutScope>
          <DatePicker
            value={value}
            defaultDate={first}
            {...(min && { minDate: min })}
            {...(max && { maxDate: max })}
            firstDayOfWeek={firstDayOfWeek(locale)}
            // Paler than may be, and of no use: the months beside it are one key away.
            hideOutsideDates
            // Red means a loss here, not a Sunday.
            weekendDays={[]}
            monthLabelFormat={month}
            monthsListFormat={words({ month: 'short' })}
            yearLabelFormat={words({ year: 'numeric' })}
            weekdayFormat={words({ weekday: 'narrow' })}
            getDayAriaLabel={words({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}
            getDayProps={(day) => ({
              ...(day === first && { 'data-autofocus': true }),
              // Today in the shop, not where the machine thinks it is.
              ...(day === today && {
                'data-today': true,
                'data-highlight-today': true,
                'aria-current': 'date' as const,
              }),
            })}
            ariaLabels={{
              previousMonth: t('common.day.previousMonth'),
              nextMonth: t('common.day.nextMonth'),
              previousYear: t('common.day.previousYear'),
              nextYear: t('common.day.nextYear'),
              previousDecade: t('common.day.previousYears'),
              nextDecade: t('common.day.nextYears'),
            }}
            onChange={(day) => {
              if (day === null || !isDay(day)) return;
              onChoose(day);
              onClose();
            }}
          />
        </ShortcutScope>
      </Popover.Dropdown>
    </Popover>
  );
}

/** 0 is Sunday. */
function firstDayOfWeek(locale: string): 0 | 1 | 6 {
  // proof: every Chromium we run on has it; TypeScript's library does not know it yet.
  const { firstDay } = (new Intl.Locale(locale) as Intl.Locale & { getWeekInfo(): { firstDay: number } }).getWeekInfo();
  return firstDay === 7 ? 0 : firstDay === 6 ? 6 : 1;
}
