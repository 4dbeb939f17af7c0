import { type MantineSize, Select } from '@mantine/core';
import type { ProductSummary } from '@shared/contract';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { Keycap, useShortcut } from '../../shortcuts';
import { chooseMarked } from '../../theme/choose-marked';
import { isMarked } from './isMarked';

interface Props {
  readonly ref: RefObject<HTMLInputElement | null>;
  /** What the field is for; also its placeholder. */
  readonly label: string;
  /** All that stands in the field. */
  readonly typed: string;
  /** What of it is searched for. */
  readonly text: string;
  readonly onType: (typed: string) => void;
  readonly onPick: (productId: string) => void;
  readonly nameOf: (product: ProductSummary) => string;
  readonly size?: MantineSize;
  readonly error?: string | undefined;
}

/** Finds goods by any part of their name, for a list that grows: Enter takes what an arrow marked, else the first found. */
export function ProductPicker({ ref, label, typed, text, onType, onPick, nameOf, size = 'sm', error }: Props) {
  const { t } = useTranslation();
  const found = useLive('catalogue.search', { text, limit: 20 }, { enabled: text !== '', keep: true });
  useShortcut('find', () => ref.current?.focus());
  // One Enter may be heard twice, here and by the list: what was typed is picked once.
  const picked = useRef<string | null>(null);
  const pick = (productId: string) => {
    if (picked.current === typed) return;
    picked.current = typed;
    onPick(productId);
  };
  // Emptied from outside as well, after a pick: then the same text, scanned again, can be picked again.
  useEffect(() => {
    if (typed === '') picked.current = null;
  }, [typed]);
  const type = (next: string) => {
    picked.current = null;
    onType(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // The Enter that ends a composition writes a word; it picks nothing.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || text === '') return;
    // Found yet or not, it was meant for this field: the form around it is not sent off without what was typed.
    event.preventDefault();
    // The list may have lost count of its mark.
    if (isMarked(event.currentTarget)) return chooseMarked(event);
    event.stopPropagation();
    // Only of what was found for this very text.
    const first = found.state === 'ready' && !found.isPrevious ? found.data[0] : undefined;
    if (first) pick(first.id);
  };
  return (
    <Select
      ref={ref}
      size={size}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={18} stroke={1.6} />}
      rightSection={<Keycap of="find" />}
      searchable
      searchValue={typed}
      onSearchChange={type}
      // Main has found them; nothing is left out here.
      filter={({ options }) => options}
      data={text === '' ? [] : (found.data ?? []).map((product) => ({ value: product.id, label: nameOf(product) }))}
      value={null}
      onChange={(id) => id !== null && pick(id)}
      nothingFoundMessage={text === '' ? undefined : t('office.products.nothingFound')}
      onKeyDown={onKeyDown}
      error={error}
    />
  );
}
