import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { askAhead } from '../live';
import { Jobs, shownJobs } from '../office/settings/printers';
import { useMay } from '../shop';
import { Dialog } from '../ui/office';

/** What was printed and what was not, for whoever stands at the till: they see the paper, so they are asked. */
export default function PapersDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const mayEdit = useMay('settings.edit');
  // It comes up as things are now: what is to be done first has the focus at once.
  const [isKnown, setKnown] = useState(false);
  useEffect(() => void askAhead(client, 'printing.jobs', shownJobs).then(() => setKnown(true)), [client]);
  if (!isKnown) return null;
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
