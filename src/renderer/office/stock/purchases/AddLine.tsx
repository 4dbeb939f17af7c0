import { Select } from '@mantine/core';
import type { DraftLine } from '@shared/contract';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure, call, useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { Keycap, useShortcut } from '../../../shortcuts';
import { toast } from '../../../ui';
import { useScannedProduct } from '../../parts';

interface Props {
  readonly onAdd: (line: DraftLine) => void;
  /** No bill has more lines. */
  readonly isFull: boolean;
  readonly error: string | undefined;
}

/** Adds goods to a bill: by the scanner wherever the focus is, or by any part of the name. */
export function AddLine({ onAdd, isFull, error }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const text = search.trim();
  const found = useLive('catalogue.search', { text, limit: 20 }, { enabled: text !== '', keep: true });
  useShortcut('find', () => field.current?.focus());
  const add = async (productId: string) => {
    setSearch('');
    if (isFull) return toast.attention(t('errors.too_many_lines'));
    try {
      onAdd(await call('purchases.newLine', { productId }));
    } catch (failure) {
      toast.refused(asFailure(failure));
    }
  };
  // With nothing chosen by arrow, Enter takes the first of what was found for this very text.
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const first = found.state === 'ready' && !found.isPrevious ? found.data[0] : undefined;
    if (event.key !== 'Enter' || text === '' || !first) return;
    if (event.currentTarget.getAttribute('aria-activedescendant')) return;
    event.preventDefault();
    event.stopPropagation();
    void add(first.id);
  };
  useScannedProduct(
    (id) => void add(id),
    (code) => {
      setSearch(code);
      field.current?.focus();
    },
  );
  return (
    <Select
      ref={field}
      aria-label={t('office.purchases.addLine')}
      placeholder={t('office.purchases.addLine')}
      leftSection={<IconSearch size={18} stroke={1.6} />}
      rightSection={<Keycap of="find" />}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      // Main has found them; nothing is left out here.
      filter={({ options }) => options}
      data={
        text === ''
          ? []
          : (found.data ?? []).map(({ id, name, stock, unit }) => ({
              value: id,
              label: `${name} · ${format.quantityOf(stock, unit)}`,
            }))
      }
      value={null}
      onChange={(id) => id !== null && void add(id)}
      nothingFoundMessage={text === '' ? undefined : t('office.products.nothingFound')}
      onKeyDown={onKeyDown}
      error={error}
    />
  );
}
