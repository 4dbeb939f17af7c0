import type { UnitCode } from '@shared/money';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../../live';
import { FoundSelect, searchedFor } from './FoundSelect';

/** A product as far as a field needs to know it. */
export interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly unit: UnitCode;
}

interface Props {
  readonly label: string;
  readonly value: Chosen | null;
  readonly onChange: (product: Chosen | null) => void;
  /** What is offered before anything is typed. */
  readonly usual?: readonly Chosen[];
  readonly isOptional?: boolean;
  readonly error?: string | undefined;
  readonly 'data-autofocus'?: boolean;
}

/** One product, found by any part of its name. */
export function ProductField({ usual = [], ...props }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const text = searchedFor(typed, props.value);
  const found = useLive('catalogue.search', { text, limit: 20 }, { enabled: text !== '', keep: true });
  return (
    <FoundSelect
      {...props}
      typed={typed}
      onType={setTyped}
      offered={text === '' ? usual : (found.data ?? [])}
      isFound={found.state === 'ready' && !found.isPrevious}
      icon={<IconSearch size={18} stroke={1.6} />}
      nothing={t('office.products.nothingFound')}
    />
  );
}
