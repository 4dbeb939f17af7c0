import { Badge, Button } from '@mantine/core';
import type { Printer } from '@shared/contract';
import { isLabelProfile } from '@shared/printers';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../live';
import { toast } from '../../../ui';
import { ConfirmDialog } from '../../../ui/office';
import { PaperView } from './PaperView';
import styles from './printers.module.css';

interface Props {
  readonly printer: Printer;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
}

/** One printer: how it is, and what can be done with it. */
export function PrinterCard({ printer, mayEdit, onEdit }: Props) {
  const { t } = useTranslation();
  const test = useCommand('printing.test');
  const save = useCommand('printing.savePrinter');
  const remove = useCommand('printing.removePrinter');
  const [isRemoving, setRemoving] = useState(false);
  const { id, name, kind, address, width, profile, isDefault, hasDrawer, printsSales } = printer;
  const printTest = async () => {
    if ((await test.run({ id })).ok) toast.info(() => t('office.printers.testSent', { name }));
  };
  const makeUsual = () =>
    save.run({ id, name, kind, address, width, profile, hasDrawer, printsSales, isDefault: true });
  const isForLabels = isLabelProfile(profile);
  const facts = [
    t(`office.printers.kinds.${kind}`),
    address,
    isForLabels ? '' : t(`office.printers.widths.${width === 58 ? 'narrow' : 'wide'}`),
  ];
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.name}>{name}</h2>
        {isDefault && (
          <Badge size="sm" tt="none" fw={550} variant="light">
            {t('office.printers.usual')}
          </Badge>
        )}
        <StateBadge state={printer.state} />
      </div>
      <p className={styles.facts}>{facts.filter((fact) => fact !== '').join(' · ')}</p>
      <p className={styles.facts}>{t(`office.printers.profiles.${profile}`)}</p>
      {mayEdit && (
        <div className={styles.buttons}>
          <Button size="sm" variant="default" loading={test.pending} onClick={() => void printTest()}>
            {t('office.printers.test')}
          </Button>
          <Button size="sm" variant="default" aria-label={t('office.editNamed', { name })} onClick={onEdit}>
            {t('office.printers.edit')}
          </Button>
          {!isDefault && !isForLabels && (
            <Button size="sm" variant="subtle" loading={save.pending} onClick={() => void makeUsual()}>
              {t('office.printers.makeUsual')}
            </Button>
          )}
          <Button size="sm" variant="subtle" color="var(--loss)" onClick={() => setRemoving(true)}>
            {t('office.printers.remove')}
          </Button>
        </div>
      )}
      {kind === 'simulator' && <PaperView printerId={id} mayEdit={mayEdit} />}
      <ConfirmDialog
        opened={isRemoving}
        title={t('office.printers.removeTitle', { name })}
        action={t('office.printers.remove')}
        loss
        pending={remove.pending}
        onConfirm={() => void remove.run({ id }).then(() => setRemoving(false))}
        onClose={() => setRemoving(false)}
      >
        {t('office.printers.removeText')}
      </ConfirmDialog>
    </li>
  );
}

function StateBadge({ state }: { state: Printer['state'] }) {
  const { t } = useTranslation();
  if (state.is === 'unknown') return <span className={styles.quiet}>{t('office.printers.state.unknown')}</span>;
  if (state.is === 'trouble') return <span className={styles.trouble}>{t(`printing.trouble.${state.trouble}`)}</span>;
  return (
    <span className={state.paperLow ? styles.trouble : styles.ready}>
      {t(state.paperLow ? 'office.printers.state.paperLow' : 'office.printers.state.ready')}
    </span>
  );
}
