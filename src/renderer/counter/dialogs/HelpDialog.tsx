import { useTranslation } from 'react-i18next';
import { Keycap, type ShortcutId } from '../../shortcuts';
import { Dialog } from '../../ui/office';
import styles from './dialogs.module.css';

/** What each key does, by its word among the keys; two keys that belong together share one. */
const shown = [
  { keys: ['search'], word: 'search' },
  { keys: ['quantity'], word: 'quantity' },
  { keys: ['discount'], word: 'discount' },
  { keys: ['customer'], word: 'customer' },
  { keys: ['pay'], word: 'pay' },
  { keys: ['back'], word: 'back' },
  { keys: ['lineUp', 'lineDown'], word: 'lines' },
  { keys: ['more', 'less'], word: 'pieces' },
  { keys: ['removeLine'], word: 'removeLine' },
] as const satisfies readonly { keys: readonly ShortcutId[]; word: string }[];

/** All keys of the counter on one sheet. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t('counter.help.title')} size="lg">
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
          <dt>Enter</dt>
          <dd>{t('counter.help.enter')}</dd>
        </div>
        {shown.map(({ keys, word }) => (
          <div key={word}>
            <dt>
              {keys.map((id) => (
                <Keycap key={id} of={id} spoken />
              ))}
            </dt>
            <dd>{t(`counter.keys.${word}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
