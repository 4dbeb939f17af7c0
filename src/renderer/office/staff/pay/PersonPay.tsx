import { Button } from '@mantine/core';
import type { PayAccount, StaffPayment } from '@shared/contract';
import { absMoney, negMoney } from '@shared/money';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { Page } from '../../../ui/office';
import { BackButton, Loaded, RowAction, RowName, RowTable, Tag } from '../../parts';
import { MonthField, useMonth } from '../MonthField';
import { AdjustDialog } from './AdjustDialog';
import { PayDialog } from './PayDialog';
import { Figure } from './PayPage';
import styles from './pay.module.css';
import { RuleDialog } from './RuleDialog';
import { TakeBackDialog } from './TakeBackDialog';
import { useWorked } from './useWorked';

type Doing = 'rule' | 'adjust' | 'advance' | 'wage' | StaffPayment;

/** `/staff/pay/<person>`: a month of one person's pay, and everything that can be done about it. */
export function PersonPay({ staffId }: { staffId: string }) {
  const { t } = useTranslation();
  const [month, setMonth, now] = useMonth();
  const account = useLive('pay.account', { staffId, month }, { keep: true });
  const [doing, setDoing] = useState<Doing | null>(null);
  const data = account.data;
  const close = () => setDoing(null);
  return (
    <Page
      title={data ? t('office.wages.ruleTitle', { name: data.name }) : ''}
      note={data && <Rule account={data} />}
      actions={
        <>
          <BackButton to="/staff/pay">{t('office.wages.back')}</BackButton>
          <Button variant="default" onClick={() => setDoing('rule')}>
            {t('office.wages.setRule')}
          </Button>
          <Button variant="default" onClick={() => setDoing('adjust')}>
            {t('office.wages.adjust')}
          </Button>
          <Button variant="default" onClick={() => setDoing('advance')}>
            {t('office.wages.give')}
          </Button>
          <Button disabled={!data || data.due <= 0} onClick={() => setDoing('wage')}>
            {t('office.wages.pay')}
          </Button>
        </>
      }
      filters={<MonthField value={month} last={now} onChange={setMonth} />}
    >
      <Loaded of={account} rows={4}>
        {(shown) => (
          <div className={styles.page}>
            <Equation account={shown} />
            <Payments account={shown} onTakeBack={setDoing} />
          </div>
        )}
      </Loaded>
      {data && doing === 'rule' && <RuleDialog person={data} month={month} onClose={close} />}
      {data && doing === 'adjust' && <AdjustDialog account={data} month={month} onClose={close} />}
      {data && (doing === 'advance' || doing === 'wage') && (
        <PayDialog account={data} month={month} kind={doing} onClose={close} />
      )}
      {doing !== null && typeof doing === 'object' && <TakeBackDialog payment={doing} onClose={close} />}
    </Page>
  );
}

/** What was agreed, in one line. */
function Rule({ account: { rule } }: { account: PayAccount }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!rule) return t('office.wages.noRule');
  const per = t(`office.wages.per.${rule.kind}`, { amount: format.money(rule.amount) });
  return [per, t('office.wages.since', { day: format.day(rule.from) })].join(', ');
}

/** carried + earned + bonus − deductions − advances − paid = to pay, as it is said aloud. */
function Equation({ account }: { account: PayAccount }) {
  const { t } = useTranslation();
  const format = useFormat();
  const worked = useWorked();
  const { carried, earned, bonus, deducted, advances, paid, toPay, due, open } = account;
  const parts = [
    ['carried', carried],
    ['bonus', bonus],
    ['deducted', negMoney(deducted)],
    ['advances', negMoney(advances)],
    ['paid', negMoney(paid)],
  ] as const;
  return (
    <div className={styles.loud}>
      <Figure label={t('office.wages.toPay')} value={format.money(due)} isLoud />
      {due < toPay && <Tag>{t('office.wages.settled')}</Tag>}
      <Figure label={`${t('office.wages.earned')} · ${worked(account)}`} value={format.money(earned)} />
      {parts
        .filter(([, amount]) => amount !== 0)
        .map(([key, amount]) => (
          <Figure key={key} label={t(`office.wages.${key}`)} value={format.money(amount)} />
        ))}
      {open > 0 && <Tag tone="attention">{t('office.wages.openDays', { count: open })}</Tag>}
    </div>
  );
}

function Payments({ account, onTakeBack }: { account: PayAccount; onTakeBack: (payment: StaffPayment) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { payments } = account;
  if (payments.length === 0) return <p className={styles.note}>{t('office.wages.noPayments')}</p>;
  return (
    <RowTable
      label={t('office.wages.payments')}
      columns={[
        {
          key: 'what',
          title: t('office.wages.what'),
          cell: (payment) => (
            <RowName name={t(`office.wages.paymentKinds.${payment.kind}`)}>
              {payment.undone && <Tag>{t('office.wages.undone')}</Tag>}
            </RowName>
          ),
        },
        { key: 'when', title: t('office.wages.when'), cell: ({ at }) => format.dateTime(at) },
        {
          key: 'how',
          title: t('office.wages.paidBy'),
          cell: ({ method }) => method && t(`common.method.${method}`),
        },
        { key: 'by', title: t('office.wages.by'), cell: ({ by }) => by },
        { key: 'note', title: t('office.wages.noteField'), cell: ({ note }) => note },
        {
          key: 'amount',
          title: t('office.wages.amount'),
          align: 'end',
          cell: ({ kind, amount }) => format.amount(kind === 'bonus' ? amount : negMoney(amount)),
        },
      ]}
      rows={payments}
      isMuted={({ undone }) => undone}
      actions={(payment) =>
        !payment.undone && (
          <RowAction
            label={t('office.wages.takeBack', {
              what: `${t(`office.wages.paymentKinds.${payment.kind}`)} ${format.money(absMoney(payment.amount))}`,
            })}
            icon={IconArrowBackUp}
            onClick={() => onTakeBack(payment)}
          />
        )
      }
    />
  );
}
