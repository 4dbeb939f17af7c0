import { dayOrNone } from '@shared/clock';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/office';

/** Two days as `YYYY-MM-DD`; empty: no end on that side. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The part of a query that says which days: what is empty is not asked for. */
export const daysQuery = ({ from, to }: Days): Partial<Days> => ({ ...(from && { from }), ...(to && { to }) });

/** The range with another beginning or end. Where that leaves the other behind, it comes along: nothing is refused. */
export function withDay({ from, to }: Days, changed: Partial<Days>): Days {
  const next = { from, to, ...changed };
  if (next.from === '' || next.to === '' || next.from <= next.to) return next;
  return changed.from === undefined ? { from: next.to, to: next.to } : { from: next.from, to: next.from };
}

/** From one day to another, among the filters of a page. */
export function DayRange({ from, to, onChange }: Days & { onChange: (days: Days) => void }) {
  const { t } = useTranslation();
  const take = (changed: Partial<Days>) => onChange(withDay({ from, to }, changed));
  return (
    <>
      <DateField
        aria-label={t('office.fromDay')}
        value={dayOrNone(from)}
        onChange={(day) => take({ from: day ?? '' })}
      />
      <span aria-hidden="true">–</span>
      <DateField aria-label={t('office.toDay')} value={dayOrNone(to)} onChange={(day) => take({ to: day ?? '' })} />
    </>
  );
}
