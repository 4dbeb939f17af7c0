import { Select } from '@mantine/core';
import { type DayPart, dayParts } from '@shared/day-parts';
import { useTranslation } from 'react-i18next';
import { isPart } from './parts';

/** In which part of the day. */
export function PartSelect({ value, onChange }: { value: DayPart; onChange: (part: DayPart) => void }) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('office.production.part')}
      allowDeselect={false}
      data={dayParts.map((part) => ({ value: part, label: t(`office.production.parts.${part}`) }))}
      value={value}
      onChange={(part) => isPart(part) && onChange(part)}
    />
  );
}

/** The same among the filters of a list; null: any. */
export function PartFilter({ value, onChange }: { value: DayPart | null; onChange: (part: DayPart | null) => void }) {
  const { t } = useTranslation();
  return (
    <Select
      w={190}
      aria-label={t('office.production.part')}
      allowDeselect={false}
      data={[
        { value: 'any', label: t('office.production.anyPart') },
        ...dayParts.map((part) => ({ value: part, label: t(`office.production.parts.${part}`) })),
      ]}
      value={value ?? 'any'}
      onChange={(part) => onChange(isPart(part) ? part : null)}
    />
  );
}
