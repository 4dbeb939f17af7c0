import { Alert, Button } from '@mantine/core';
import type { ProductionLog } from '@shared/contract';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useLive } from '../../../live';
import { useFormat, useMay } from '../../../shop';
import { FailureState } from '../../../ui';
import { Page } from '../../../ui/office';
import { BackButton, RowTable } from '../../parts';
import { Skeletons } from '../../Skeletons';
import styles from './production.module.css';
import { TakeBackDialog } from './TakeBackDialog';

/** `/stock/production/<id>`: what was made and what went into it. It does not change any more; it is taken back as a whole. */
export function ProductionPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const log = useLive('production.get', { id });
  if (log.data) return <Logged log={log.data} />;
  return (
    <Page title={t('office.production.title')} actions={<ToList />}>
      {log.state === 'failed' ? <FailureState failure={log.failure} onRetry={log.retry} /> : <Skeletons rows={6} />}
    </Page>
  );
}

function Logged({ log }: { log: ProductionLog }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayTakeBack = useMay('stock.edit');
  const [taking, setTaking] = useState(false);
  const { reversal } = log;
  return (
    <Page
      title={`${log.name} · ${format.quantityOf(log.quantity, log.unit)}`}
      note={
        <div className={styles.facts}>
          <span>
            {t('office.production.dayAndPart', {
              day: format.day(log.madeDay),
              part: t(`office.production.parts.${log.part}`),
            })}
          </span>
          {log.madeBy && <span>{t('office.production.by', { name: log.madeBy })}</span>}
          <span>
            {t('office.production.writtenBy', {
              name: log.staff ?? '',
              terminal: log.terminal ?? '',
              at: format.dateTime(log.at),
            })}
          </span>
          <Link href={`/stock/${log.productId}`} className={styles.link ?? ''}>
            {t('office.stock.history')}
          </Link>
        </div>
      }
      actions={
        <>
          <ToList />
          {mayTakeBack && !log.reversed && (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={18} stroke={1.6} />}
              onClick={() => setTaking(true)}
            >
              {t('office.production.takeBack')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.page}>
        {reversal && (
          <Alert color="red" title={t('office.production.reversed')}>
            {t('office.production.takenBackBy', {
              name: reversal.staff ?? '',
              at: format.dateTime(reversal.at),
              reason: reversal.reason,
            })}
          </Alert>
        )}
        {log.lines.length === 0 ? (
          <p className={styles.quiet}>{t('office.production.nothingTaken')}</p>
        ) : (
          <RowTable
            label={t('office.production.ingredients')}
            rows={log.lines.map((line) => ({ ...line, id: String(line.lineNo) }))}
            columns={[
              {
                key: 'name',
                title: t('office.production.ingredients'),
                cell: ({ name, productId }) => (
                  <Link href={`/stock/${productId}`} className={styles.link ?? ''}>
                    {name}
                  </Link>
                ),
              },
              {
                key: 'quantity',
                title: t('office.production.quantity'),
                align: 'end',
                cell: ({ quantity, unit }) => format.quantityOf(quantity, unit),
              },
            ]}
          />
        )}
        {log.note && <p className={styles.text}>{log.note}</p>}
      </div>
      {taking && <TakeBackDialog log={log} onClose={() => setTaking(false)} />}
    </Page>
  );
}

function ToList() {
  const { t } = useTranslation();
  return <BackButton to="/stock/production">{t('office.production.toList')}</BackButton>;
}
