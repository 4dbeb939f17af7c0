import { Select } from '@mantine/core';
import { QUANTITY_SCALE, type Quantity, quantity } from '@shared/money';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readTimes } from '../../../counter/find';
import { useLive } from '../../../live';
import { Keycap, useShortcut } from '../../../shortcuts';

interface Props {
  readonly ref: Ref<HTMLInputElement> & { readonly current?: HTMLInputElement | null };
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly onAdd: (productId: string, times: Quantity) => void;
}

/** Counts by any part of the name, with `12*` before it twelve. It does not say how many there should be. */
export function CountField({ ref, search, onSearch, onAdd }: Props) {
  const { t } = useTranslation();
  const { times, text } = readTimes(search);
  const found = useLive('catalogue.search', { text, limit: 20 }, { enabled: text !== '', keep: true });
  useShortcut('find', () => ref.current?.focus());
  // One Enter may be heard twice, here and by the list: what was typed is counted once.
  const counted = useRef<string | null>(null);
  const add = (productId: string) => {
    if (counted.current === search) return;
    counted.current = search;
    onAdd(productId, times ?? quantity(QUANTITY_SCALE));
  };
  const change = (typed: string) => {
    counted.current = null;
    onSearch(typed);
  };
  // With nothing chosen by arrow, Enter takes the first of what was found for this very text.
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const first = found.state === 'ready' && !found.isPrevious ? found.data[0] : undefined;
    if (event.key !== 'Enter' || text === '' || !first) return;
    if (event.currentTarget.getAttribute('aria-activedescendant')) return;
    event.preventDefault();
    event.stopPropagation();
    add(first.id);
  };
  return (
    <Select
      ref={ref}
      size="md"
      aria-label={t('office.counts.field')}
      placeholder={t('office.counts.field')}
      leftSection={<IconSearch size={18} stroke={1.6} />}
      rightSection={<Keycap of="find" />}
      searchable
      searchValue={search}
      onSearchChange={change}
      // Main has found them; nothing is left out here.
      filter={({ options }) => options}
      data={
        text === ''
          ? []
          : (found.data ?? []).map(({ id, name, brand }) => ({
              value: id,
              label: [name, brand].filter(Boolean).join(' · '),
            }))
      }
      value={null}
      onChange={(id) => id !== null && add(id)}
      nothingFoundMessage={text === '' ? undefined : t('office.products.nothingFound')}
      onKeyDown={onKeyDown}
    />
  );
}
