import { Select } from '@mantine/core';
import type { Customer } from '@shared/contract';
import { IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';

/** Somebody the shop knows, by any part of the name or by some digits of the phone. */
export function CustomerField({ onPick }: { onPick: (customer: Customer) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const found = useLive('customers.list', { text, limit: 20 }, { enabled: text !== '', keep: true });
  const rows = text === '' ? [] : (found.data?.rows ?? []);
  return (
    <Select
      data-autofocus
      searchable
      label={t('office.orders.customer')}
      placeholder={t('office.orders.findCustomer')}
      leftSection={<IconUserSearch size={18} stroke={1.6} />}
      searchValue={typed}
      onSearchChange={setTyped}
      // Main has found them; nothing is left out here.
      filter={({ options }) => options}
      selectFirstOptionOnChange
      data={rows.map(({ id, name, phone }) => ({ value: id, label: phone === null ? name : `${name} · ${phone}` }))}
      value={null}
      onChange={(id) => {
        const customer = rows.find((each) => each.id === id);
        if (!customer) return;
        setTyped('');
        onPick(customer);
      }}
      nothingFoundMessage={text === '' ? undefined : t('office.orders.nobody')}
    />
  );
}
