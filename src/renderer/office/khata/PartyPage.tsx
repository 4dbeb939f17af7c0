import { Alert, Button, Menu } from '@mantine/core';
import type { KhataEntry } from '@shared/contract';
import { sumMoney } from '@shared/money';
import { IconBell, IconCash, IconEdit } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useLive } from '../../live';
import { useMay } from '../../shop';
import { useShortcut } from '../../shortcuts';
import { Page } from '../../ui/office';
import { ChangesDialog } from '../changes';
import { DayRange, type Days, Loaded, MoreMenu } from '../parts';
import { AdjustDialog } from './AdjustDialog';
import { khataCalls, type PartyOnPage } from './calls';
import { Entries } from './Entries';
import styles from './khata.module.css';
import { PayDialog } from './PayDialog';
import { PaymentDialog } from './PaymentDialog';
import { ReceiveDialog } from './ReceiveDialog';
import { RemindDialog } from './RemindDialog';
import { Standing } from './Standing';
import { StatementMenu } from './StatementMenu';
import { Sums } from './Sums';

interface Props {
  readonly party: PartyOnPage;
  /** The way back. */
  readonly back: ReactNode;
  /** Null for who may not. */
  readonly onEdit: (() => void) | null;
  readonly onRemove: (() => void) | null;
  readonly onRestore: (() => void) | null;
  /** What only one of the two kinds has, as an item of the menu. */
  readonly more?: ReactNode;
}

type Open = 'money' | 'changes' | 'adjust' | 'remind' | (KhataEntry & { readonly paymentId: string });

/** A customer's or a supplier's page: what is owed, how old it is, and every line of it. */
export function PartyPage({ party, back, onEdit, onRemove, onRestore, more }: Props) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const isCustomer = party.kind === 'customer';
  const mayMoney = useMay(isCustomer ? 'sell' : 'khata.edit') && !party.deleted;
  const mayCorrect = useMay('khata.edit');
  const maySell = useMay('sell');
  const mayAudit = useMay('reports.view');
  const [days, setDays] = useState<Days>({ from: '', to: '' });
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const summary = useLive(khataCalls[party.kind].summary, { id: party.id });
  useShortcut('dues', () => setOpen('money'), mayMoney);
  const onOpen = (entry: KhataEntry) => {
    const { document, paymentId } = entry;
    if (document?.type === 'bill' && maySell) navigate(`/bills/${document.id}`);
    else if (document?.type === 'purchase') navigate(`/stock/purchases/${document.id}`);
    else if (paymentId !== null && mayCorrect) setOpen({ ...entry, paymentId });
  };
  const canRemind = isCustomer && maySell && !party.deleted && (summary.data?.ages.some((age) => age > 0) ?? false);
  const facts = [party.phone, party.gstin].filter(Boolean).join(' · ');
  return (
    <Page
      title={party.name}
      note={facts}
      actions={
        <>
          {back}
          {(onEdit || onRemove || more || mayCorrect || mayAudit) && !party.deleted && (
            <MoreMenu>
              {more}
              {mayCorrect && <Menu.Item onClick={() => setOpen('adjust')}>{t('office.khata.adjust')}</Menu.Item>}
              {mayAudit && <Menu.Item onClick={() => setOpen('changes')}>{t('office.changes.title')}</Menu.Item>}
              {onRemove && <Menu.Item onClick={onRemove}>{t('common.remove')}</Menu.Item>}
            </MoreMenu>
          )}
          {onEdit && !party.deleted && (
            <Button variant="default" leftSection={<IconEdit size={18} stroke={1.6} />} onClick={onEdit}>
              {t('office.khata.edit')}
            </Button>
          )}
          {mayMoney && (
            <Button leftSection={<IconCash size={18} stroke={1.6} />} onClick={() => setOpen('money')}>
              {t(isCustomer ? 'office.khata.receive' : 'office.khata.pay')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.page}>
        {party.deleted && (
          <Alert color="yellow" title={t('office.khata.removedTitle')}>
            {t('office.khata.removedText')}{' '}
            {onRestore && (
              <Button size="compact-sm" variant="default" onClick={onRestore}>
                {t('common.restore')}
              </Button>
            )}
          </Alert>
        )}
        <Loaded of={summary} rows={2}>
          {(data) => <Standing party={party} summary={data} />}
        </Loaded>
        <div className={styles.tools}>
          <DayRange {...days} onChange={setDays} />
          {(days.from || days.to) && (
            <Button variant="subtle" size="compact-md" onClick={() => setDays({ from: '', to: '' })}>
              {t('office.khata.allDays')}
            </Button>
          )}
          <span className={styles.push} />
          {canRemind && (
            <Button
              variant="default"
              leftSection={<IconBell size={18} stroke={1.6} />}
              onClick={() => setOpen('remind')}
            >
              {t('office.khata.remind')}
            </Button>
          )}
          <StatementMenu party={party} days={days} />
        </div>
        <div className={styles.rest}>
          <Entries party={party} days={days} onAllDays={() => setDays({ from: '', to: '' })} onOpen={onOpen} />
        </div>
        <Sums party={party} days={days} />
      </div>
      {open === 'money' && isCustomer && <ReceiveDialog customerId={party.id} onClose={close} />}
      {open === 'money' && !isCustomer && summary.data && (
        <PayDialog supplier={party} balance={sumMoney(summary.data.ages)} onClose={close} />
      )}
      {open === 'adjust' && <AdjustDialog party={party} onClose={close} />}
      {open === 'changes' && <ChangesDialog kind={party.kind} id={party.id} name={party.name} onClose={close} />}
      {open === 'remind' && <RemindDialog party={party} onClose={close} />}
      {open !== null && typeof open === 'object' && <PaymentDialog party={party} entry={open} onClose={close} />}
    </Page>
  );
}
