import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Keycap, type ShortcutId } from '../shortcuts';
import type { CounterActions } from './actions';
import { useCart } from './cart';
import styles from './FunctionKeys.module.css';

interface Props {
  readonly actions: CounterActions;
  readonly asleep: boolean;
}

/** The keys with their names, to be read and to be pressed. */
export function FunctionKeys({ actions, asleep }: Props) {
  const { t } = useTranslation();
  const isEmpty = useCart((state) => !state.cart?.lines.length);
  const idle = asleep || isEmpty;
  return (
    <div className={styles.root} role="toolbar" aria-label={t('counter.keys.label')}>
      <Key id="help" label={t('counter.keys.help')} disabled={asleep} onPress={actions.help} />
      <Key id="search" label={t('counter.keys.search')} disabled={asleep} onPress={actions.search} />
      <Key id="quantity" label={t('counter.keys.quantity')} disabled={idle} onPress={() => actions.quantity()} />
      <Key id="discount" label={t('counter.keys.discount')} disabled={idle} onPress={() => actions.discount()} />
      <Key id="customer" label={t('counter.keys.customer')} disabled={asleep} onPress={actions.customer} />
      <Key id="removeLine" label={t('counter.keys.removeLine')} disabled={idle} onPress={() => actions.remove()} />
      <span className={styles.space} />
      <Key label={t('counter.keys.clear')} disabled={idle} onPress={actions.clear} />
    </div>
  );
}

interface KeyProps {
  readonly id?: ShortcutId;
  readonly label: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

function Key({ id, label, disabled, onPress }: KeyProps) {
  return (
    <UnstyledButton className={styles.key ?? ''} disabled={disabled} onClick={onPress}>
      {id && <Keycap of={id} />}
      {label}
    </UnstyledButton>
  );
}
