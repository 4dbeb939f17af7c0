import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Jobs } from '../office/settings/printers';
import { useMay } from '../shop';
import { Dialog } from '../ui/office';

/** What was printed and what was not, for whoever stands at the till: they see the paper, so they are asked. */
export default function PapersDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const mayEdit = useMay('settings.edit');
  return (
    <Dialog opened onClose={onClose} title={t('counter.print.printer')} size="xl">
      <Jobs />
      {mayEdit && (
        <Link href="/settings" onClick={onClose}>
          {t('frame.nav.settings')}
        </Link>
      )}
    </Dialog>
  );
}
