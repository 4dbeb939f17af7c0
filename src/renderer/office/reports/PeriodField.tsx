import { Select, TextInput } from '@mantine/core';
import { dayOf } from '@shared/clock';
import { useTranslation } from 'react-i18next';
import { useTill } from '../../shop';
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

/** Any two days, or one. What is half typed is not asked about. */
export function DayFields({ value, onChange, single }: Props) {
  const { t } = useTranslation('reports');
  const take = (days: Partial<Days>) => {
    const next = { ...value, ...days };
    if (next.from !== '' && next.to !== '') onChange(next);
  };
  return (
    <>
      {!single && (
        <>
          <TextInput
            type="date"
            aria-label={t('from')}
            max={value.to}
            value={value.from}
            onChange={(event) => take({ from: event.currentTarget.value })}
          />
          <span aria-hidden="true">–</span>
        </>
      )}
      <TextInput
        type="date"
        aria-label={single ? t('day') : t('to')}
        {...(!single && { min: value.from })}
        value={value.to}
        onChange={(event) => {
          const to = event.currentTarget.value;
          take(single ? { from: to, to } : { to });
        }}
      />
    </>
  );
}
