import type { TextInputProps } from '@mantine/core';
import { wholeUnits } from '@shared/money';
import type { ReactNode } from 'react';
import { QuantityInput } from '../../ui/office';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue' | 'error' | 'type'> {
  /** Null: empty, or not to be read. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly error?: ReactNode;
}

/** A number of things, typed as pieces are everywhere. */
export function CountInput({ value, onChange, ...props }: Props) {
  return (
    <QuantityInput
      {...props}
      unit="PCS"
      rightSection={null}
      value={value === null ? null : wholeUnits(value)}
      onChange={(pieces) => onChange(pieces === null ? null : wholeOf(pieces))}
    />
  );
}

const wholeOf = (thousandths: number): number => Math.trunc(thousandths / 1000);
