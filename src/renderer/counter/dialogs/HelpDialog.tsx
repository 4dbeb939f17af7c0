import { useTranslation } from 'react-i18next';
import { keyLabel, type ShortcutId } from '../../shortcuts';
import { Dialog } from '../../ui/office';
import styles from './dialogs.module.css';

const shown = [
  'search',
  'quantity',
  'discount',
  'customer',
  'pay',
  'back',
  'lineUp',
  'lineDown',
  'more',
  'less',
  'removeLine',
] as const satisfies readonly ShortcutId[];

/** All keys of the counter on one sheet. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t('counter.help.title')}>
      <dl className={styles.keys}>
        <div>
          <dt>{t('counter.help.scanner')}</dt>
          <dd>{t('counter.help.scannerText')}</dd>
        </div>
        <div>
          <dt>{t('counter.help.many')}</dt>
          <dd>{t('counter.help.manyText')}</dd>
        </div>
        {shown.map((id) => (
          <div key={id}>
            <dt>{keyLabel(id)}</dt>
            <dd>{t(`counter.keys.${id}`)}</dd>
          </div>
        ))}
        <div>
          <dt>Enter</dt>
          <dd>{t('counter.help.enter')}</dd>
        </div>
      </dl>
    </Dialog>
  );
}
