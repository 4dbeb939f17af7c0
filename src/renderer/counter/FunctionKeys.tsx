import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useIsUp } from '../ready';
import { FixedKey, Keycap, type ShortcutId } from '../shortcuts';
import type { CounterActions } from './actions';
import { useCart } from './cart';
import styles from './FunctionKeys.module.css';
import type { Mode } from './mode';

interface Props {
  readonly actions: CounterActions;
  readonly mode: Mode['now'];
  readonly onSell: () => void;
}

/** The keys that do something now, with their names, to be read and to be pressed. */
export function FunctionKeys({ actions, mode, onSell }: Props) {
  const { t } = useTranslation();
  const idle = useCart((state) => !state.cart?.lines.length);
  // The keys themselves work before their names are there.
  const isUp = useIsUp();
  if (!isUp) return <div className={styles.root} role="toolbar" aria-label={t('counter.keys.label')} data-even />;
  if (mode !== 'sell') {
    return (
      <div className={styles.root} role="toolbar" aria-label={t('counter.keys.label')}>
        <Key id="back" label={mode === 'pay' ? t('counter.keys.back') : t('pay.done.next')} onPress={onSell} />
        {mode === 'pay' && (
          <>
            <Key id="customer" label={t('counter.keys.customer')} onPress={actions.customer} />
            <span className={styles.hint}>
              <FixedKey name="←" />
              <FixedKey name="→" />
              <span className={styles.label}>{t('pay.keysHint')}</span>
            </span>
          </>
        )}
      </div>
    );
  }
  return (
    <div className={styles.root} role="toolbar" aria-label={t('counter.keys.label')} data-even>
      <Key id="help" label={t('counter.keys.help')} onPress={() => actions.open('help')} />
      <Key id="search" label={t('counter.keys.search')} onPress={actions.search} />
      <Key id="quantity" label={t('counter.keys.quantity')} disabled={idle} onPress={() => actions.quantity()} />
      <Key id="discount" label={t('counter.keys.discount')} disabled={idle} onPress={() => actions.discount()} />
      <Key id="price" label={t('counter.keys.price')} disabled={idle} onPress={() => actions.price()} />
      <Key id="customer" label={t('counter.keys.customer')} onPress={actions.customer} />
      <Key id="hold" label={t('counter.keys.hold')} disabled={idle} onPress={actions.hold} />
      <Key id="recall" label={t('counter.keys.recall')} onPress={() => actions.open('recall')} />
      <Key id="return" label={t('counter.keys.return')} onPress={actions.takeBack} />
      <Key id="removeLine" label={t('counter.keys.removeLine')} disabled={idle} onPress={() => actions.remove()} />
      <Key id="actions" label={t('counter.keys.actions')} onPress={() => actions.open('actions')} />
    </div>
  );
}

interface KeyProps {
  readonly id: ShortcutId;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

function Key({ id, label, disabled = false, onPress }: KeyProps) {
  return (
    <UnstyledButton className={styles.key ?? ''} disabled={disabled} onClick={onPress}>
      <Keycap of={id} />
      <span className={styles.label}>{label}</span>
    </UnstyledButton>
  );
}
