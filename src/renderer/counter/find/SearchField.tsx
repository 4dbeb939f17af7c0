import { TextInput } from '@mantine/core';
import type { Quantity } from '@shared/money';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { Keycap } from '../../shortcuts';
import styles from './FindPane.module.css';

interface Props {
  readonly ref: Ref<HTMLInputElement>;
  /** Id of the results' list. */
  readonly list: string;
  readonly typed: string;
  readonly times: Quantity | null;
  /** Id of the marked result. */
  readonly marked: string | undefined;
  readonly isOpen: boolean;
  readonly onChange: (typed: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function SearchField({ ref, list, typed, times, marked, isOpen, onChange, onKeyDown }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <TextInput
      ref={ref}
      className={styles.search ?? ''}
      classNames={{ wrapper: styles.field ?? '' }}
      size="md"
      autoFocus
      data-still-caret
      autoComplete="off"
      spellCheck={false}
      maxLength={100}
      role="combobox"
      aria-label={t('counter.search.label')}
      aria-autocomplete="list"
      aria-expanded={isOpen}
      aria-controls={isOpen ? list : undefined}
      aria-activedescendant={marked}
      placeholder={t('counter.search.placeholder')}
      leftSection={<IconSearch size={20} stroke={1.6} />}
      rightSectionWidth={times === null ? 48 : 72}
      rightSection={
        times === null ? (
          <Keycap of="search" />
        ) : (
          <output className={styles.times}>{t('counter.search.times', { quantity: format.quantity(times) })}</output>
        )
      }
      value={typed}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
