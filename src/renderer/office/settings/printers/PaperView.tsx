import { Select } from '@mantine/core';
import { type SimulatedFault, simulatedFaults } from '@shared/printers';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useLive } from '../../../live';
import styles from './printers.module.css';

const isFault = (text: string | null): text is SimulatedFault => simulatedFaults.some((fault) => fault === text);

/** What came out of the printer that only exists here, and what it is to suffer from. */
export function PaperView({ printerId, mayEdit }: { printerId: string; mayEdit: boolean }) {
  const { t } = useTranslation();
  const paper = useLive('printing.paper', { printerId });
  const simulate = useCommand('printing.simulate');
  const [fault, setFault] = useState<SimulatedFault>('none');
  const suffer = async (next: SimulatedFault) => {
    if ((await simulate.run({ printerId, fault: next })).ok) setFault(next);
  };
  return (
    <div className={styles.simulator}>
      {mayEdit && (
        <Select
          label={t('office.printers.fault')}
          allowDeselect={false}
          data={simulatedFaults.map((each) => ({ value: each, label: t(`office.printers.faults.${each}`) }))}
          value={fault}
          onChange={(next) => isFault(next) && void suffer(next)}
          maw={320}
        />
      )}
      <h3 className={styles.small}>{t('office.printers.paper')}</h3>
      {paper.state === 'ready' && paper.data ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a paper that scrolls is scrolled with the keyboard too
        <section className={styles.roll} tabIndex={0} aria-label={t('office.printers.paperLabel')}>
          <img src={paper.data.picture} alt={paper.data.text} />
        </section>
      ) : (
        <p className={styles.quiet}>{t('office.printers.paperNone')}</p>
      )}
    </div>
  );
}
