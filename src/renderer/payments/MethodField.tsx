import { SegmentedControl } from '@mantine/core';
import type { MoneyMethod } from '@shared/entities';
import { useTranslation } from 'react-i18next';
import { CashNeedsShift, useIsDrawerShut } from '../shift';

/** In the order in which they are offered. */
const moneyMethods = ['cash', 'upi', 'card', 'bank'] as const satisfies readonly MoneyMethod[];

export interface Method {
  /** What was chosen, or what can be instead. */
  readonly value: MoneyMethod;
  /** Cash cannot be chosen: no shift is open that it could go through. */
  readonly isShut: boolean;
  /** What can be chosen now. */
  readonly offered: readonly MoneyMethod[];
}

/** The method that was chosen, as far as the drawer allows it. */
export function useMethod(direction: 'in' | 'out', chosen: MoneyMethod): Method {
  const isShut = useIsDrawerShut(direction);
  return {
    value: isShut && chosen === 'cash' ? 'upi' : chosen,
    isShut,
    offered: isShut ? moneyMethods.filter((each) => each !== 'cash') : moneyMethods,
  };
}

interface Props {
  readonly method: Method;
  readonly onChange: (method: MoneyMethod) => void;
}

/** How money that is no sale changes hands; where it cannot be cash, why, and what helps. */
export function MethodField({ method: { value, isShut }, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div>
      <SegmentedControl
        fullWidth
        size="md"
        aria-label={t('pay.method')}
        value={value}
        onChange={(chosen) => onChange(moneyMethods.find((each) => each === chosen) ?? 'cash')}
        data={moneyMethods.map((each) => ({
          value: each,
          label: t(`common.method.${each}`),
          disabled: isShut && each === 'cash',
        }))}
      />
      {isShut && <CashNeedsShift />}
    </div>
  );
}
