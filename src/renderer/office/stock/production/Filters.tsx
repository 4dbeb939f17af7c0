import { SegmentedControl, Select } from '@mantine/core';
import { type DayPart, dayParts } from '@shared/day-parts';
import { useTranslation } from 'react-i18next';
import { isPart } from './parts';
import { type When, whens } from './useFilterQuery';

export interface Filter {
  readonly when: When;
  /** Null: any. */
  readonly part: DayPart | null;
}

/** Of which days, and of which part of them. */
export function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <SegmentedControl
        aria-label={t('office.production.days')}
        data={whens.map((when) => ({ value: when, label: t(`office.production.whens.${when}`) }))}
        value={filter.when}
        onChange={(chosen) => onChange({ ...filter, when: whens.find((each) => each === chosen) ?? filter.when })}
      />
      <Select
        w={190}
        aria-label={t('office.production.part')}
        allowDeselect={false}
        data={[
          { value: 'any', label: t('office.production.anyPart') },
          ...dayParts.map((part) => ({ value: part, label: t(`office.production.parts.${part}`) })),
        ]}
        value={filter.part ?? 'any'}
        onChange={(part) => onChange({ ...filter, part: isPart(part) ? part : null })}
      />
    </>
  );
}
