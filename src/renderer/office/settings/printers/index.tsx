import { Button } from '@mantine/core';
import type { Printer } from '@shared/contract';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useLive } from '../../../live';
import { EmptyState, FailureState } from '../../../ui';
import { Skeletons } from '../../Skeletons';
import { Jobs, shownJobs } from './Jobs';
import { PrinterCard } from './PrinterCard';
import { PrinterDialog } from './PrinterDialog';
import styles from './printers.module.css';

export { Jobs, shownJobs };

/** The printers of this till, and what they did and have to do. */
export function Printers({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation();
  const printers = useLive('printing.printers', {});
  const save = useCommand('printing.savePrinter');
  const [editing, setEditing] = useState<Printer | 'new' | null>(null);
  const tryOne = () =>
    save.run({
      name: t('office.printers.kinds.simulator'),
      kind: 'simulator',
      address: '',
      width: 80,
      profile: 'epson',
      isDefault: false,
      hasDrawer: true,
      printsSales: true,
    });
  if (printers.state === 'failed') return <FailureState failure={printers.failure} onRetry={printers.retry} />;
  if (printers.state === 'loading') return <Skeletons rows={3} />;
  const hasSimulator = printers.data.some(({ kind }) => kind === 'simulator');
  const actions = mayEdit && (
    <div className={styles.actions}>
      {!hasSimulator && (
        <Button variant="default" loading={save.pending} onClick={() => void tryOne()}>
          {t('office.printers.tryOne')}
        </Button>
      )}
      <Button leftSection={<IconPlus size={18} />} onClick={() => setEditing('new')}>
        {t('office.printers.add')}
      </Button>
    </div>
  );
  return (
    <div className={styles.page}>
      {printers.data.length === 0 ? (
        <EmptyState icon={<IconPrinter size={40} stroke={1.5} />} title={t('office.printers.none')} action={actions}>
          {t('office.printers.noneText')}
        </EmptyState>
      ) : (
        <>
          <div className={styles.head}>
            <p>{t('office.printers.hint')}</p>
            {actions}
          </div>
          <ul className={styles.cards} aria-label={t('office.printers.title')}>
            {printers.data.map((printer) => (
              <PrinterCard key={printer.id} printer={printer} mayEdit={mayEdit} onEdit={() => setEditing(printer)} />
            ))}
          </ul>
          <Jobs />
        </>
      )}
      {editing && <PrinterDialog printer={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  );
}
