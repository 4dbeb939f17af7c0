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
