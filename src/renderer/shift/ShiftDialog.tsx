import { Tabs } from '@mantine/core';
import type { OpenShift, ShiftReport } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live';
import { useMay } from '../shop';
import { FailureState } from '../ui';
import { Dialog } from '../ui/office';
import { CashMove } from './CashMove';
import { CloseShift } from './CloseShift';
import { closeShiftDialog } from './dialog';
import { OpenDrawer } from './OpenDrawer';
import { Report, ReportFoot, XReport } from './report';
import styles from './shift.module.css';

/** Everything between opening the drawer and closing it. */
export default function ShiftDialog({ next }: { next: (() => void) | null }) {
  const { t } = useTranslation();
  const shift = useLive('shift.current', {});
  const [closed, setClosed] = useState<ShiftReport | null>(null);
  const title = closed
    ? t('counter.shift.zTitle', { number: closed.number ?? '' })
    : shift.data
      ? t('counter.shift.title')
      : t('counter.shift.openTitle');
  return (
    <Dialog opened onClose={closeShiftDialog} title={title} size={shift.data || closed ? 'xl' : 'sm'}>
      {closed ? (
        <Report report={closed}>
          <ReportFoot id={closed.id} onDone={closeShiftDialog} />
        </Report>
      ) : shift.state === 'failed' ? (
        <FailureState failure={shift.failure} onRetry={shift.retry} />
      ) : shift.state !== 'ready' ? null : shift.data ? (
        <OpenShiftTabs shift={shift.data} onClosed={setClosed} />
      ) : (
        <OpenDrawer
          isWanted={next !== null}
          onOpened={() => {
            closeShiftDialog();
            next?.();
          }}
        />
      )}
    </Dialog>
  );
}

const tabs = ['report', 'in', 'out', 'close'] as const;

function OpenShiftTabs({ shift, onClosed }: { shift: OpenShift; onClosed: (report: ShiftReport) => void }) {
  const { t } = useTranslation();
  const mayClose = useMay('shift.close');
  const [tab, setTab] = useState<string | null>('report');
  const shown = tabs.filter((name) => name !== 'close' || mayClose);
  return (
    // Arrows go through the tabs, Enter opens one: its first field takes the focus.
    <Tabs value={tab} onChange={setTab} keepMounted={false} activateTabWithKeyboard={false}>
      <Tabs.List>
        {shown.map((name) => (
          <Tabs.Tab
            key={name}
            value={name}
            className={styles.tab ?? ''}
            data-autofocus={name === 'report' || undefined}
          >
            {t(`counter.shift.tabs.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="report" className={styles.panel ?? ''}>
        <XReport />
      </Tabs.Panel>
      <Tabs.Panel value="in" className={styles.panel ?? ''}>
        <CashMove direction="in" />
      </Tabs.Panel>
      <Tabs.Panel value="out" className={styles.panel ?? ''}>
        <CashMove direction="out" />
      </Tabs.Panel>
      <Tabs.Panel value="close" className={styles.panel ?? ''}>
        <CloseShift shift={shift} onClosed={onClosed} />
      </Tabs.Panel>
    </Tabs>
  );
}
