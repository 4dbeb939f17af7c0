import { TextInput, type TextInputProps, UnstyledButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import styles from './ReasonField.module.css';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** The usual ones: one touch, or up and down in the field. */
  readonly reasons: readonly string[];
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** Why something is done: one of the usual reasons, or words of one's own. */
export function ReasonField({ reasons, value, onChange, ...props }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = reasons[Math.max(0, reasons.indexOf(value) + step)];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onChange(next);
  };
  return (
    <div className={styles.root}>
      <TextInput
        size="md"
        autoComplete="off"
        maxLength={200}
        {...props}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.reasons}>
        {reasons.map((reason) => (
          <UnstyledButton
            key={reason}
            className={styles.reason ?? ''}
            aria-pressed={reason === value}
            onClick={() => onChange(reason)}
          >
            {reason}
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
}
