import { Button, SegmentedControl } from '@mantine/core';
import type { Alert } from '@shared/contract';
import type { AlertKind, AlertState } from '@shared/entities';
import {
  IconAlertTriangle,
  IconBellCheck,
  IconCheck,
  IconPackageOff,
  IconTrendingDown,
  type TablerIcon,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCommand, useLive } from '../../live';
import { useFormat } from '../../shop';
import { EmptyState } from '../../ui';
import { type Column, Page, VirtualTable } from '../../ui/office';
import { AlertSections } from '../AlertSections';
import { useKept } from '../useKept';
import styles from './alerts.module.css';

const icons: Record<AlertKind, TablerIcon> = {
  low_stock: IconTrendingDown,
  out_of_stock: IconPackageOff,
  oversold: IconAlertTriangle,
};

/** As many as one command takes. */
const batch = 200;

/** `/alerts/stock`: products that are short. An alert resolves itself when the stock is back above its level. */
export function StockAlerts() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [state, setState] = useKept<'open' | 'all'>('alerts.state', 'open');
  const open = useLive('alerts.list', { state: 'open', limit: batch });
  const acknowledge = useCommand('alerts.acknowledge');
  const ids = open.data?.rows.map(({ id }) => id) ?? [];
  const columns = useColumns((id) => void acknowledge.run({ ids: [id] }));
  return (
    <Page
      title={t('office.alerts.title')}
      note={<AlertSections />}
      actions={
        ids.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconCheck size={18} />}
            loading={acknowledge.pending}
            onClick={() => void acknowledge.run({ ids })}
          >
            {t('office.alerts.acknowledgeAll', { count: ids.length })}
          </Button>
        )
      }
      filters={
        <>
          <SegmentedControl
            aria-label={t('office.alerts.which')}
            value={state}
            onChange={(value) => setState(value === 'all' ? 'all' : 'open')}
            data={[
              { value: 'open', label: t('office.alerts.open') },
              { value: 'all', label: t('office.alerts.all') },
            ]}
          />
          <span className={styles.note}>{t('office.alerts.note')}</span>
        </>
      }
    >
      <VirtualTable
        key={state}
        label={t('office.alerts.title')}
        call="alerts.list"
        filter={{ state }}
        columns={columns}
        isMuted={(alert) => alert.state !== 'open'}
        onOpen={(alert) => alert.productId !== null && navigate(`/products/${alert.productId}`)}
        empty={
          <EmptyState icon={<IconBellCheck size={40} stroke={1.5} />} title={t('office.alerts.none')}>
            {t('office.alerts.noneHint')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useColumns(onAcknowledge: (id: string) => void): readonly Column<Alert>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const quantity = (value: Alert['stock'], { unit }: Alert) =>
      value !== null && unit !== null ? format.quantityOf(value, unit) : null;
    return [
      {
        key: 'kind',
        title: t('office.alerts.what'),
        width: 'minmax(150px, 1fr)',
        cell: ({ kind }) => <Kind kind={kind} />,
      },
      {
        key: 'product',
        title: t('office.alerts.product'),
        width: 'minmax(160px, 3fr)',
        cell: ({ product }) => <strong className={styles.product}>{product}</strong>,
      },
      { key: 'at', title: t('office.alerts.since'), width: '128px', cell: ({ raisedAt }) => format.dateTime(raisedAt) },
      {
        key: 'threshold',
        title: t('office.alerts.threshold'),
        width: '120px',
        align: 'end',
        cell: (alert) => quantity(alert.threshold, alert),
      },
      {
        key: 'stock',
        title: t('office.alerts.stock'),
        width: '100px',
        align: 'end',
        cell: (alert) => <strong>{quantity(alert.stock, alert)}</strong>,
      },
      {
        key: 'state',
        title: t('office.actions'),
        isUntitled: true,
        width: '110px',
        align: 'end',
        cell: ({ id, state, product }) => (
          <State state={state} name={product ?? ''} onAcknowledge={() => onAcknowledge(id)} />
        ),
      },
    ];
  }, [t, format, onAcknowledge]);
}

function Kind({ kind }: { kind: AlertKind }) {
  const { t } = useTranslation();
  const Icon = icons[kind];
  return (
    <span className={styles.kind} data-kind={kind}>
      <Icon size={18} stroke={1.8} aria-hidden="true" />
      {t(`office.alerts.kinds.${kind}`)}
    </span>
  );
}

function State({ state, name, onAcknowledge }: { state: AlertState; name: string; onAcknowledge: () => void }) {
  const { t } = useTranslation();
  if (state !== 'open') return t(`office.alerts.states.${state}`);
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t('office.alerts.acknowledgeNamed', { name })}
      onClick={(event) => {
        // The row would open the product.
        event.stopPropagation();
        onAcknowledge();
      }}
    >
      {t('office.alerts.acknowledge')}
    </Button>
  );
}
