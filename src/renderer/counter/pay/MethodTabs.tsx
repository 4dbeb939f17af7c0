import { UnstyledButton } from '@mantine/core';
import { IconBuildingBank, IconCash, IconCreditCard, IconNotebook, IconQrcode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './PayPane.module.css';
import type { Tender } from './tender';

const icons = {
  cash: IconCash,
  card: IconCreditCard,
  upi: IconQrcode,
  bank: IconBuildingBank,
  on_account: IconNotebook,
} as const satisfies Record<Tender['method'], unknown>;

/** In the order of the arrow keys. */
export const methods: readonly Tender['method'][] = ['cash', 'upi', 'card', 'bank', 'on_account'];

interface Props {
  readonly chosen: Tender['method'];
  readonly onChoose: (method: Tender['method']) => void;
}

/** The ways of paying; up and down in the amount go through them. */
export function MethodTabs({ chosen, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.methods} aria-label={t('pay.method')}>
      {methods.map((method) => {
        const Icon = icons[method];
        return (
          <UnstyledButton
            key={method}
            className={styles.method ?? ''}
            aria-pressed={method === chosen}
            onClick={() => onChoose(method)}
          >
            <Icon size={20} stroke={1.6} aria-hidden="true" />
            {t(`common.method.${method}`)}
          </UnstyledButton>
        );
      })}
    </fieldset>
  );
}
