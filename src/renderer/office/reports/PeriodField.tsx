import { Select } from '@mantine/core';
import { dayOf, dayOrNone } from '@shared/clock';
import { useTranslation } from 'react-i18next';
import { useTill } from '../../shop';
import { DateField } from '../../ui/office';
import { withDay } from '../parts';
import { type Days, type PeriodName, usualPeriods } from './period';

interface Props {
  readonly value: Days;
  readonly onChange: (days: Days) => void;
  /** One day is asked for: the last. */
  readonly single: boolean;
}

/** Which days: a usual period by name, or any two of them. */
export function PeriodField({ value, onChange, single }: Props) {
  const { t } = useTranslation('reports');
  const { shop } = useTill();
  const periods = usualPeriods(dayOf(Date.now(), shop.timeZone));
  // proof: the table's own keys
  const names = (Object.keys(periods) as PeriodName[]).filter(
    (name) => !single || periods[name].from === periods[name].to,
  );
  const isChosen = (name: PeriodName) => periods[name].to === value.to && (single || periods[name].from === value.from);
  return (
    <>
      <Select
        w={190}
        aria-label={t('period')}
        placeholder={t('periods.other')}
        allowDeselect={false}
        data={names.map((name) => ({ value: name, label: t(`periods.${name}`) }))}
        value={names.find(isChosen) ?? null}
        onChange={(chosen) => {
          const name = names.find((each) => each === chosen);
          if (name) onChange(periods[name]);
        }}
      />
      <DayFields value={value} onChange={onChange} single={single} />
    </>
  );
}

/** Any two days, or one; never none. */
export function DayFields({ value, onChange, single }: Props) {
  const { t } = useTranslation('reports');
  const take = (days: Partial<Days>) => onChange(withDay(value, days));
  return (
    <>
      {!single && (
        <>
          <DateField
            aria-label={t('from')}
            clearable={false}
            value={dayOrNone(value.from)}
            onChange={(from) => from && take({ from })}
          />
          <span aria-hidden="true">–</span>
        </>
      )}
      <DateField
        aria-label={single ? t('day') : t('to')}
        clearable={false}
        value={dayOrNone(value.to)}
        onChange={(to) => to && take(single ? { from: to, to } : { to })}
      />
    </>
  );
}
