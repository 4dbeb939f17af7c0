import { Button } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FixedKey, Keycap, type ShortcutId } from '../../shortcuts';
import { CounterDialog } from './CounterDialog';
import styles from './dialogs.module.css';
import { KeyEditor } from './keys/KeyEditor';

/** What each key does, by its word among the actions; two keys that belong together share one. */
const shown = [
  { keys: ['search'], word: 'search' },
  { keys: ['quantity'], word: 'quantity' },
  { keys: ['discount'], word: 'discount' },
  { keys: ['price'], word: 'price' },
  { keys: ['customer'], word: 'customer' },
  { keys: ['hold'], word: 'hold' },
  { keys: ['recall'], word: 'recall' },
  { keys: ['return'], word: 'return' },
  { keys: ['actions'], word: 'actions' },
  { keys: ['pay'], word: 'pay' },
  { keys: ['back'], word: 'back' },
  { keys: ['lineUp', 'lineDown'], word: 'lines' },
  { keys: ['more', 'less'], word: 'pieces' },
  { keys: ['removeLine'], word: 'removeLine' },
  { keys: ['clear'], word: 'clear' },
  { keys: ['note'], word: 'note' },
  { keys: ['billNote'], word: 'billNote' },
  { keys: ['dues'], word: 'dues' },
  { keys: ['shift'], word: 'shift' },
  { keys: ['drawer'], word: 'drawer' },
  { keys: ['papers'], word: 'papers' },
  { keys: ['palette'], word: 'palette' },
  { keys: ['clock'], word: 'clock' },
  { keys: ['lock'], word: 'lock' },
] as const satisfies readonly { keys: readonly ShortcutId[]; word: string }[];

/** All keys of the counter on one sheet, and the way to change them. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const [capturing, setCapturing] = useState(false);
  return (
    <CounterDialog
      opened
      onClose={onClose}
      title={editing ? t('counter.keyEditor.title') : t('counter.help.title')}
      size="xl"
      closeOnEscape={!capturing}
    >
      {editing ? (
        <KeyEditor onBack={() => setEditing(false)} onCapture={setCapturing} />
      ) : (
        <>
          <KeySheet />
          <div className={styles.sheetFoot}>
            <Button
              variant="default"
              size="md"
              data-autofocus
              leftSection={<IconKeyboard size={20} stroke={1.6} />}
              onClick={() => setEditing(true)}
            >
              {t('counter.keyEditor.open')}
            </Button>
          </div>
        </>
      )}
    </CounterDialog>
  );
}

function KeySheet() {
  const { t } = useTranslation();
  return (
    <dl className={styles.keys}>
      <div>
        <dt>{t('counter.help.scanner')}</dt>
        <dd>{t('counter.help.scannerText')}</dd>
      </div>
      <div>
        <dt>{t('counter.help.many')}</dt>
        <dd>{t('counter.help.manyText')}</dd>
      </div>
      <div>
        <dt>
          <FixedKey name="Enter" />
        </dt>
        <dd>{t('counter.help.enter')}</dd>
      </div>
      {shown.map(({ keys, word }) => (
        <div key={word}>
          <dt>
            {keys.map((id) => (
              <Keycap key={id} of={id} spoken />
            ))}
          </dt>
          <dd>{t(`counter.actions.${word}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
