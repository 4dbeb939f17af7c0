import { Button } from '@mantine/core';
import { dayOf } from '@shared/clock';
import type { Bill } from '@shared/contract';
import { IconArrowBackUp, IconBan, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useLive } from '../../live';
import { usePrint } from '../../printing';
import { Receipt } from '../../receipt';
import { useFormat, useMay, useTill } from '../../shop';
import { Page } from '../../ui/office';
import { BackButton, Loaded } from '../parts';
import { AfterDialog } from './AfterDialog';
import styles from './bills.module.css';

/** `/bills/<id>`: the receipt as the customer has it, what was paid and what came back. */
export function BillPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const bill = useLive('sales.bill', { id });
  const settings = useLive('settings.get', {});
  const mayReturn = useMay('return');
  const [after, setAfter] = useState<'return' | 'void' | null>(null);
  const { shop } = useTill();
  const print = usePrint();
  const isWhole = bill.data !== undefined && bill.data.voided === null;
  const isLeft = isWhole && bill.data.lines.some((line) => line.returnable > 0);
  const isToday = bill.data?.day === dayOf(Date.now(), shop.timeZone);
  const mayVoid = isWhole && isToday && bill.data.returns.length === 0;
  return (
    <Page
      title={bill.data ? t('office.bills.one', { number: bill.data.number }) : t('office.bills.title')}
      actions={
        <>
          <BackButton to="/bills">{t('office.bills.toList')}</BackButton>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.6} />}
            disabled={!bill.data}
            onClick={() => void print({ kind: 'bill', id, copy: 'duplicate' })}
          >
            {t('office.bills.reprint')}
          </Button>
          {mayVoid && (
            <Button variant="default" leftSection={<IconBan size={18} stroke={1.6} />} onClick={() => setAfter('void')}>
              {t('office.bills.void')}
            </Button>
          )}
          {mayReturn && isLeft && (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={18} stroke={1.6} />}
              onClick={() => setAfter('return')}
            >
              {t('office.bills.return')}
            </Button>
          )}
        </>
      }
    >
      <Loaded of={bill} rows={8}>
        {(data) => (
          <div className={styles.page}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to be able to */}
            <section className={styles.paper} aria-label={t('office.bills.receipt')} tabIndex={0}>
              {settings.data && <Receipt bill={data} settings={settings.data} />}
            </section>
            <Facts bill={data} />
          </div>
        )}
      </Loaded>
      {after && bill.data && <AfterDialog bill={bill.data} what={after} onClose={() => setAfter(null)} />}
    </Page>
  );
}

function Facts({ bill }: { bill: Bill }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { customer } = bill;
  const buyer = customer ? (
    <Link href={`/customers/${customer.id}`} className={styles.link ?? ''}>
      {customer.name}
    </Link>
  ) : (
    t('office.bills.walkIn')
  );
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('office.bills.at'), format.dateTime(bill.at)],
    [t('office.bills.customer'), buyer],
    [t('office.bills.cashier'), bill.cashier],
    [t('office.bills.terminal'), bill.terminal],
    ...bill.payments.map(({ method, amount }) => [t(`common.method.${method}`), format.money(amount)] as const),
    ...(bill.due > 0 ? [[t('office.bills.due'), format.money(bill.due)] as const] : []),
    ...(bill.dueDay === null ? [] : [[t('office.bills.dueDay'), bill.dueDay] as const]),
  ];
  return (
    <aside className={styles.side}>
      {bill.voided && (
        <p className={styles.voided} role="status">
          {t('office.bills.voidedBy', { name: bill.voided.by, at: format.dateTime(bill.voided.at) })}
          <br />
          {bill.voided.reason}
        </p>
      )}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {bill.returns.length > 0 && (
        <section>
          <h2 className={styles.heading}>{t('office.bills.returns')}</h2>
          <dl className={styles.facts}>
            {bill.returns.map(({ id, number, at, total }) => (
              <div key={id} style={{ display: 'contents' }}>
                <dt>
                  {number} · {format.dateTime(at)}
                </dt>
                <dd className={styles.returned}>{format.money(total)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {bill.note && <p>{bill.note}</p>}
    </aside>
  );
}
