import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Two days as `YYYY-MM-DD`; empty: no end on that side. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The part of a query that says which days: what is empty is not asked for. */
export const daysQuery = ({ from, to }: Days): Partial<Days> => ({ ...(from && { from }), ...(to && { to }) });

/** From one day to another, among the filters of a page. */
export function DayRange({ from, to, onChange }: Days & { onChange: (days: Days) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        type="date"
        aria-label={t('office.fromDay')}
        max={to || undefined}
        value={from}
        onChange={(event) => onChange({ from: event.currentTarget.value, to })}
      />
      <span aria-hidden="true">–</span>
      <TextInput
        type="date"
        aria-label={t('office.toDay')}
        min={from || undefined}
        value={to}
        onChange={(event) => onChange({ from, to: event.currentTarget.value })}
      />
    </>
  );
}
