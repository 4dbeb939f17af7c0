import { SegmentedControl } from '@mantine/core';
import type { MoneyMethod } from '@shared/entities';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How money that is no sale changes hands, in the order in which it is offered. */
export const moneyMethods = ['cash', 'upi', 'card', 'bank'] as const satisfies readonly MoneyMethod[];

interface Props {
  readonly label: string;
  readonly size?: 'md';
  readonly value: MoneyMethod;
  /** Cash cannot be chosen: no shift is open that it could go through. */
  readonly isShut: boolean;
  readonly onChange: (method: MoneyMethod) => void;
  /** Below it: why there is no cash, and the way to it. */
  readonly children?: ReactNode;
}

/** How a due is received or a supplier paid: one field for the counter and the office. */
export function MethodField({ label, size, value, isShut, onChange, children }: Props) {
  const { t } = useTranslation();
  return (
    <div>
      <SegmentedControl
        fullWidth
        {...(size && { size })}
        aria-label={label}
        value={value}
        onChange={(chosen) => onChange(moneyMethods.find((each) => each === chosen) ?? 'cash')}
        data={moneyMethods.map((each) => ({
          value: each,
          label: t(`common.method.${each}`),
          disabled: isShut && each === 'cash',
        }))}
      />
      {children}
    </div>
  );
}
