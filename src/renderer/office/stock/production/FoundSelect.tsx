import { Select } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { chooseMarked } from '../../../theme/choose-marked';
import { isMarked } from '../../parts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Props<T extends Named> {
  readonly label: string;
  readonly value: T | null;
  readonly onChange: (chosen: T | null) => void;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** What was found for what is typed; Enter takes the first of it. */
  readonly offered: readonly T[];
  /** They are of this very text. */
  readonly isFound: boolean;
  /** It may stay empty, and be emptied again. */
  readonly isOptional?: boolean;
  readonly icon: ReactNode;
  readonly nothing: string;
  readonly error?: string | undefined;
  readonly 'data-autofocus'?: boolean;
}

/** One record, found by main as its name is typed; what was chosen stands in the field. */
export function FoundSelect<T extends Named>(props: Props<T>) {
  const { label, value, onChange, typed, onType, offered, isFound, isOptional = false, icon, nothing, error } = props;
  const [opened, setOpened] = useState(false);
  const shown = value && !offered.some(({ id }) => id === value.id) ? [value, ...offered] : offered;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const [first] = offered;
    chooseMarked(event);
    const isSearch = !event.nativeEvent.isComposing && searchedFor(typed, value) !== '';
    if (event.key !== 'Enter' || !isSearch) return;
    // Whether it has been found yet or not: it was meant for this field, and not for the form around it.
    event.preventDefault();
    event.stopPropagation();
    if (!isFound || !first || isMarked(event.currentTarget)) return;
    setOpened(false);
    onChange(first);
    onType(first.name);
  };
  return (
    <Select
      {...(props['data-autofocus'] && { 'data-autofocus': true })}
      label={label}
      searchable
      clearable={isOptional}
      leftSection={icon}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      searchValue={typed}
      onSearchChange={onType}
      // Main has found them; nothing is left out here.
      filter={({ options }) => options}
      data={shown.map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      onChange={(id) => {
        const chosen = shown.find((each) => each.id === id);
        if (chosen || isOptional) onChange(chosen ?? null);
      }}
      nothingFoundMessage={typed.trim() === '' ? undefined : nothing}
      onKeyDown={onKeyDown}
      error={error}
    />
  );
}

/** What is searched for: what was chosen stands in the field as if it had been typed. */
export const searchedFor = (typed: string, value: Named | null): string => (typed === value?.name ? '' : typed.trim());
