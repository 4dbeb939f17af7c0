import { type ComboboxItem, type OptionsFilter, Select, type SelectProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchable' | 'filter'> {
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** Makes a new one of this name; its id, or null when it was refused. */
  readonly onCreate: (name: string) => Promise<string | null>;
}

/** No id looks like this. */
const createValue = 'create';

/** A select whose list can grow while one types: what is not there yet is one Enter away. */
export function CreatableSelect({ data, value, onChange, onCreate, ...props }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const name = search.trim();
  const isKnown = data.some(({ label }) => label.toLowerCase() === name.toLowerCase());
  const options =
    name === '' || isKnown ? data : [...data, { value: createValue, label: t('office.createNamed', { name }) }];
  const choose = async (chosen: string | null) => {
    if (chosen !== createValue) return onChange(chosen);
    const created = await onCreate(name);
    if (created !== null) onChange(created);
  };
  return (
    <Select
      searchable
      clearable
      allowDeselect={false}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('office.nothingYet')}
      {...props}
      data={options}
      filter={matching}
      searchValue={search}
      onSearchChange={setSearch}
      value={value}
      onChange={(chosen) => void choose(chosen)}
    />
  );
}

const matching: OptionsFilter = ({ options, search, limit }) => {
  const wanted = search.trim().toLowerCase();
  return options
    .filter((option): option is ComboboxItem => 'value' in option)
    .filter(({ value, label }) => value === createValue || label.toLowerCase().includes(wanted))
    .slice(0, limit);
};
