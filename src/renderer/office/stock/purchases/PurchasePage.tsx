import { Alert, Button } from '@mantine/core';
import type { Purchase, PurchaseLine } from '@shared/contract';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { FailureState } from '../../../ui';
import { Page } from '../../../ui/office';
import { LabelsButton, labelsOfPurchase } from '../../labels';
import { type RowColumn, RowTable } from '../../parts';
import { Skeletons } from '../../Skeletons';
import { BackButton } from '../BackButton';
import stock from '../stock.module.css';
import styles from './purchases.module.css';
import { ReverseDialog } from './ReverseDialog';
import { Totals } from './Totals';

/** `/stock/purchases/<id>`: goods received. It does not change any more; what was wrong is taken back as a whole. */
export function PurchasePage({ id }: { id: string }) {
  const { t } = useTranslation();
  const purchase = useLive('purchases.get', { id });
  if (purchase.data) return <Posted purchase={purchase.data} />;
  return (
    <Page title={t('office.purchases.title')} actions={<ToList />}>
      {purchase.state === 'failed' ? (
        <FailureState failure={purchase.failure} onRetry={purchase.retry} />
      ) : (
        <Skeletons rows={8} />
      )}
    </Page>
  );
}

function Posted({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reversing, setReversing] = useState(false);
  const columns = useColumns();
  const { reversal } = purchase;
  return (
    <Page
      title={`${purchase.supplier} · ${purchase.billNumber}`}
      note={
        <div className={stock.facts}>
          <span>{format.day(purchase.billDay)}</span>
          {purchase.dueDay && <span>{t('office.purchases.dueOn', { day: format.day(purchase.dueDay) })}</span>}
          <span>
            {t('office.purchases.receivedBy', { name: purchase.staff ?? '', at: format.dateTime(purchase.at) })}
          </span>
          <Link href={`/stock/suppliers/${purchase.supplierId}`} className={stock.link ?? ''}>
            {t('office.suppliers.khata')}
          </Link>
        </div>
      }
      actions={
        <>
          <ToList />
          {!purchase.reversed && <LabelsButton choose={() => labelsOfPurchase(purchase.lines)} />}
          {!purchase.reversed && (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={18} stroke={1.6} />}
              onClick={() => setReversing(true)}
            >
              {t('office.purchases.reverse')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.page}>
        {reversal && (
          <Alert color="red" title={t('office.purchases.reversed')}>
            {t('office.purchases.reversedBy', {
              name: reversal.staff ?? '',
              at: format.dateTime(reversal.at),
              reason: reversal.reason,
            })}
          </Alert>
        )}
        {purchase.twice && (
          <Alert color="yellow" title={t('office.purchases.twice')}>
            {t('office.purchases.twiceText')}
          </Alert>
        )}
        <div className={styles.posted}>
          <RowTable
            label={t('office.purchases.lines')}
            columns={columns}
            rows={purchase.lines.map((line) => ({ ...line, id: String(line.lineNo) }))}
          />
        </div>
        <div className={styles.foot}>
          <p className={stock.quiet}>
            {t(purchase.inputCredit ? 'office.purchases.creditTaken' : 'office.purchases.noCredit')}
            {purchase.note && ` · ${purchase.note}`}
          </p>
          <Totals totals={purchase.totals} />
        </div>
      </div>
      {reversing && <ReverseDialog purchase={purchase} onClose={() => setReversing(false)} />}
    </Page>
  );
}

function useColumns(): readonly RowColumn<PurchaseLine & { id: string }>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('office.purchases.product'),
        cell: ({ name, productId }) => (
          <Link href={`/stock/${productId}`} className={stock.link ?? ''}>
            {name}
          </Link>
        ),
      },
      {
        key: 'quantity',
        title: t('office.purchases.quantity'),
        align: 'end',
        cell: ({ quantity, unit }) => format.quantityOf(quantity, unit),
      },
      {
        key: 'price',
        title: t('office.purchases.unitPrice'),
        align: 'end',
        cell: ({ unitPrice }) => format.money(unitPrice),
      },
      {
        key: 'discount',
        title: t('office.purchases.discounts'),
        align: 'end',
        cell: ({ discount }) => discount !== 0 && format.money(discount),
      },
      {
        key: 'taxable',
        title: t('office.purchases.taxable'),
        align: 'end',
        cell: ({ taxable }) => format.money(taxable),
      },
      { key: 'tax', title: t('office.purchases.tax'), align: 'end', cell: ({ tax }) => format.money(tax) },
      {
        key: 'total',
        title: t('office.purchases.lineTotal'),
        align: 'end',
        cell: ({ total }) => <span className={stock.amount}>{format.money(total)}</span>,
      },
    ],
    [t, format],
  );
}

function ToList() {
  const { t } = useTranslation();
  return <BackButton to="/stock/purchases">{t('office.purchases.toList')}</BackButton>;
}
