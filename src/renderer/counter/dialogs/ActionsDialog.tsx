import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { useLock } from '../../lock';
import { useTill } from '../../shop';
import { Keycap, type ShortcutId } from '../../shortcuts';
import { openTrainingDialog } from '../../training';
import type { CounterActions } from '../actions';
import { useCart } from '../cart';
import { arrowThrough } from './arrows';
import { CounterDialog } from './CounterDialog';
import styles from './dialogs.module.css';

interface Action {
  readonly id: Extract<ShortcutId, 'note' | 'billNote' | 'dues' | 'shift' | 'drawer' | 'clear' | 'lock'>;
  readonly run: () => void;
  readonly disabled?: boolean;
}

/** What is done too seldom for a place among the keys below the bill. Arrows and Enter, or its own key. */
export function ActionsDialog({ actions, onClose }: { actions: CounterActions; onClose: () => void }) {
  const { t } = useTranslation();
  const lock = useLock();
  const { training } = useTill();
  const end = useCommand('system.endTraining');
  const isEmpty = useCart((state) => !state.cart?.lines.length);
  const shown: readonly Action[] = [
    { id: 'note', run: () => actions.note(), disabled: isEmpty },
    { id: 'billNote', run: actions.billNote },
    { id: 'dues', run: () => actions.open('dues') },
    { id: 'shift', run: actions.shift },
    { id: 'drawer', run: () => actions.open('drawer') },
    { id: 'clear', run: actions.clear, disabled: isEmpty },
    { id: 'lock', run: lock },
  ];
  return (
    <CounterDialog opened onClose={onClose} title={t('counter.actionsDialog.title')} size="sm">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows go through its buttons */}
      <div onKeyDown={arrowThrough}>
        {shown.map(({ id, run, disabled = false }) => (
          <UnstyledButton
            key={id}
            className={styles.choice ?? ''}
            data-choice
            disabled={disabled}
            data-autofocus={id === (isEmpty ? 'billNote' : 'note') || undefined}
            onClick={() => {
              onClose();
              run();
            }}
          >
            <span className={styles.choiceName}>{t(`counter.actions.${id}`)}</span>
            <Keycap of={id} />
          </UnstyledButton>
        ))}
        <UnstyledButton
          className={styles.choice ?? ''}
          data-choice
          onClick={() => {
            onClose();
            if (training) void end.run({});
            else openTrainingDialog();
          }}
        >
          <span className={styles.choiceName}>{training ? t('training.end') : t('training.start')}</span>
        </UnstyledButton>
      </div>
    </CounterDialog>
  );
}
