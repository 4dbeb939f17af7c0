import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live';

interface Props {
  readonly value: string | null;
  readonly onChange: (customerId: string | null) => void;
}

const shown = 20;

/** Whose store credit it becomes, of a bill without a customer: by name or phone. */
export function CreditOwner({ value, onChange }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const text = search.trim();
  const found = useLive('customers.list', text === '' ? { limit: shown } : { text, limit: shown }, { keep: true });
  const rows = found.data?.rows ?? [];
  return (
    <Select
      size="sm"
      searchable
      allowDeselect={false}
      label={t('counter.returns.creditOwner')}
      description={t('counter.returns.creditOwnerHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      nothingFoundMessage={t('counter.returns.creditNobody')}
      // Main has searched; what it found is shown as it is. Who was chosen stays in it, so that the field has their name.
      filter={({ options }) => options}
      data={rows.map(({ id, name, phone }) => ({ value: id, label: phone === null ? name : `${name} · ${phone}` }))}
      searchValue={search}
      onSearchChange={setSearch}
      value={value}
      onChange={onChange}
    />
  );
}
