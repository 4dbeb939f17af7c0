import { UnstyledButton } from '@mantine/core';
import {
  IconBuildingBank,
  IconCash,
  IconCreditCard,
  IconGift,
  IconNotebook,
  IconQrcode,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './PayPane.module.css';
import type { Tender } from './tender';

const icons = {
  cash: IconCash,
  card: IconCreditCard,
  upi: IconQrcode,
  bank: IconBuildingBank,
  on_account: IconNotebook,
  store_credit: IconGift,
} as const satisfies Record<Tender['method'], TablerIcon>;

const everyones: readonly Tender['method'][] = ['cash', 'upi', 'card', 'bank', 'on_account'];

/** In the order of the arrow keys; store credit only for whom there is some. */
export const methodsFor = (hasCredit: boolean): readonly Tender['method'][] =>
  hasCredit ? [...everyones, 'store_credit'] : everyones;

/**
 * Where an arrow leads: the ways stand side by side, so the hand goes left and right. Once an amount is typed those two
 * move the caret; up and down always go to the next way.
 */
export function stepOf(key: string, isSideFree: boolean): -1 | 0 | 1 {
  if (key === 'ArrowDown' || (isSideFree && key === 'ArrowRight')) return 1;
  return key === 'ArrowUp' || (isSideFree && key === 'ArrowLeft') ? -1 : 0;
}

interface Props<M extends Tender['method']> {
  readonly methods: readonly M[];
  readonly chosen: M;
  readonly onChoose: (method: M) => void;
  readonly label: string;
}

/** The ways of paying; the arrows in the amount go through them. */
export function MethodTabs<M extends Tender['method']>({ methods, chosen, onChoose, label }: Props<M>) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.methods} aria-label={label}>
      {methods.map((method) => {
        const Icon: TablerIcon = icons[method];
        const way: Tender['method'] = method;
        return (
          <UnstyledButton
            key={method}
            className={styles.method ?? ''}
            aria-pressed={method === chosen}
            onClick={() => onChoose(method)}
          >
            <Icon size={20} stroke={1.6} aria-hidden="true" />
            {t(`common.method.${way}`)}
          </UnstyledButton>
        );
      })}
    </fieldset>
  );
}
