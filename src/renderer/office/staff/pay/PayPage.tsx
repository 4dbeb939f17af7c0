import { Button } from '@mantine/core';
import type { PayRow, PaySheet } from '@shared/contract';
import { negMoney, sumMoney } from '@shared/money';
import { IconCoin, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { EmptyState } from '../../../ui';
import { Page } from '../../../ui/office';
import { Loaded, type RowColumn, RowName, RowTable, Tag } from '../../parts';
import { SaveAs } from '../../reports';
import { daysIn, MonthField, useMonth } from '../MonthField';
import { StaffSections } from '../StaffSections';
import styles from './pay.module.css';
import { RuleDialog } from './RuleDialog';
import { useWorked } from './useWorked';

/** `/staff/pay`: what a month's work earned everybody, and what of it is still to be paid. */
export function PayPage() {
  const { t } = useTranslation();
  const [month, setMonth, now] = useMonth();
  const sheet = useLive('pay.sheet', { month }, { keep: true });
  if (sheet.state === 'failed' && sheet.failure.code === 'office_only') {
    return (
      <Page title={t('office.staff.title')} note={<StaffSections />}>
        <EmptyState icon={<IconLock size={32} stroke={1.5} />} title={t('office.wages.officeOnly')}>
          {t('office.wages.officeOnlyText')}
        </EmptyState>
      </Page>
    );
  }
  const isNew = sheet.data ? nobodyIsPaid(sheet.data) : false;
  return (
    <Page
      title={t('office.staff.title')}
      note={<StaffSections />}
      actions={
        !isNew && (
          <>
            <MonthField value={month} last={now} onChange={setMonth} />
            <SaveAs question={{ report: 'pay', ...daysIn(month) }} />
          </>
        )
      }
    >
      <Loaded of={sheet} rows={5}>
        {(data) => (isNew ? <FirstRule sheet={data} /> : <Sheet sheet={data} />)}
      </Loaded>
    </Page>
  );
}

const nobodyIsPaid = ({ people }: PaySheet): boolean =>
  people.every(({ rule, toPay, paid, advances }) => rule === null && toPay === 0 && paid === 0 && advances === 0);

/** Nothing is reckoned before somebody says what work is worth. */
function FirstRule({ sheet }: { sheet: PaySheet }) {
  const { t } = useTranslation();
  const [setting, setSetting] = useState<PayRow | null>(null);
  return (
    <>
      <EmptyState
        icon={<IconCoin size={32} stroke={1.5} />}
        title={t('office.wages.emptyTitle')}
        action={
          <div className={styles.first}>
            {sheet.people.slice(0, 6).map((person) => (
              <Button key={person.id} variant="default" onClick={() => setSetting(person)}>
                {t('office.wages.emptyAction', { name: person.name })}
              </Button>
            ))}
          </div>
        }
      >
        {t('office.wages.emptyText')}
      </EmptyState>
      {setting && <RuleDialog person={setting} month={sheet.month} onClose={() => setSetting(null)} />}
    </>
  );
}

function Sheet({ sheet }: { sheet: PaySheet }) {
  const { t } = useTranslation();
  const format = useFormat();
  const worked = useWorked();
  const money = (key: keyof PayRow, pick: (row: PayRow) => PayRow['toPay']): RowColumn<PayRow> => ({
    key,
    title: t(`office.wages.${key as 'earned'}`),
    align: 'end',
    cell: (row) => (pick(row) === 0 ? <span className={styles.zero}>–</span> : format.amount(pick(row))),
  });
  const columns: RowColumn<PayRow>[] = [
    {
      key: 'name',
      title: t('office.wages.name'),
      cell: (row) => (
        <Link href={`/staff/pay/${row.id}`} className={styles.link ?? ''}>
          <RowName name={row.name}>
            {row.open > 0 && <Tag tone="attention">{t('office.wages.openDays', { count: row.open })}</Tag>}
          </RowName>
        </Link>
      ),
    },
    { key: 'worked', title: t('office.wages.worked'), align: 'end', cell: worked },
    money('earned', ({ earned }) => earned),
    money('carried', ({ carried }) => carried),
    money('bonus', ({ bonus }) => bonus),
    money('deducted', ({ deducted }) => negMoney(deducted)),
    money('advances', ({ advances }) => negMoney(advances)),
    money('paid', ({ paid }) => negMoney(paid)),
    {
      key: 'toPay',
      title: t('office.wages.toPay'),
      align: 'end',
      cell: ({ toPay, due }) => (
        <>
          {due < toPay && <Tag>{t('office.wages.settled')}</Tag>}
          <strong data-below={due < 0 || undefined}>{format.amount(due)}</strong>
        </>
      ),
    },
  ];
  const sums = {
    earned: sumMoney(sheet.people.map(({ earned }) => earned)),
    toPay: sumMoney(sheet.people.map(({ due }) => due)),
  };
  return (
    <div className={styles.page}>
      <div className={styles.loud}>
        <Figure label={t('office.wages.toPay')} value={format.money(sums.toPay)} isLoud />
        <Figure label={t('office.wages.earned')} value={format.money(sums.earned)} />
        <Figure
          label={t('office.wages.paidInAll')}
          value={format.money(sumMoney(sheet.people.flatMap(({ paid, advances }) => [paid, advances])))}
        />
        {sheet.running && <span className={styles.running}>{t('office.wages.running')}</span>}
      </div>
      <RowTable
        label={t('office.hours.sections.pay')}
        columns={columns}
        rows={sheet.people}
        isMuted={(row) => row.removed || (row.rule === null && row.toPay === 0)}
      />
      <p className={styles.note}>{t('office.wages.note')}</p>
    </div>
  );
}

/** A figure with its word. */
export function Figure({ label, value, isLoud = false }: { label: string; value: string; isLoud?: boolean }) {
  return (
    <span className={styles.figure}>
      <span className={styles.figureLabel}>{label}</span>
      <span className={isLoud ? styles.figureLoud : styles.figureValue}>{value}</span>
    </span>
  );
}
