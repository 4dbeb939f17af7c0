import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Keycap, useShortcut } from '../shortcuts';

interface Props {
  /** What can be searched for: "Name, SKU, barcode". */
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Searches while one types. `/` comes here, the down arrow goes on to the list, Esc empties. */
export function SearchField({ label, value, onChange }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useShortcut('find', () => field.current?.select());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && value !== '') onChange('');
    else if (event.key === 'ArrowDown' || event.key === 'Enter')
      document.querySelector<HTMLElement>('[role=grid]')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <TextInput
      ref={field}
      type="search"
      style={{ flex: '1 1 200px', maxWidth: 340 }}
      maxLength={100}
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
      rightSection={
        value === '' ? (
          <Keycap of="find" />
        ) : (
          <CloseButton size="sm" aria-label={t('common.clear')} onClick={() => onChange('')} />
        )
      }
    />
  );
}
