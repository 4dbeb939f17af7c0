import { Button, SegmentedControl, Table } from '@mantine/core';
import type { Bill, BillReturn, CallInput, RefundMethod } from '@shared/contract';
import { type Money, money, ZERO } from '@shared/money';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withApproval } from '../approval';
import { type CallFailure, ids, useCommand, useLive } from '../live';
import { useFormat } from '../shop';
import { failureWords } from '../ui';
import { MoneyInput, ReasonField } from '../ui/office';
import { BackLine } from './BackLine';
import { CreditOwner } from './CreditOwner';
import { allOf, type BackDraft, linesOf, openLines, partsOf, refundWays } from './draft';
import styles from './returns.module.css';

export type Exchange = NonNullable<CallInput<'sales.setExchange'>['exchange']>;

interface Props {
  readonly bill: Bill;
  readonly onDone: (made: BillReturn) => void;
  /** At the counter the goods can pay for new ones instead; answers why not. */
  readonly onExchange?: (exchange: Exchange) => Promise<CallFailure | null>;
}

/** Goods come back against their bill. What is given back is main's to say, after it has done it. */
export function TakeBack({ bill, onDone, onExchange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const open = openLines(bill.lines);
  // One for the form: however often it is sent, it is one return.
  const [returnId] = useState(() => ids.next());
  const [draft, setDraft] = useState<BackDraft>({ quantities: {}, unsaleable: {} });
  const [reason, setReason] = useState('');
  const ways = refundWays(bill.customer !== null);
  const [way, setWay] = useState<RefundMethod | 'parts'>(
    ways.find((each) => each === bill.payments[0]?.method) ??
      (bill.paid === 0 && bill.customer ? 'on_account' : 'cash'),
  );
  const [parts, setParts] = useState<Readonly<Partial<Record<RefundMethod, Money | null>>>>({});
  const [creditOwner, setCreditOwner] = useState<string | null>(null);
  const isOwnerAsked =
    bill.customer === null && (way === 'store_credit' || (way === 'parts' && (parts.store_credit ?? 0) > 0));
  const [refused, setRefused] = useState('');
  const waysLabel = useId();
  const chosen = linesOf(draft, open, '') ?? [];
  const asked = useLive(
    'sales.returnWorth',
    { billId: bill.id, lines: chosen.map(({ lineNo, quantity }) => ({ lineNo, quantity })) },
    { enabled: chosen.length > 0, keep: true },
  );
  // Never the amount of what was chosen before: the button says it.
  const isKnown = chosen.length > 0 && asked.state === 'ready' && !asked.isPrevious;
  const worth = isKnown ? asked.data : undefined;
  const command = useCommand('sales.return', { onRefused: () => true });

  /** What is sent, or null after having said what is missing. */
  const read = () => {
    const lines = linesOf(draft, open, t('counter.returns.unsaleableGoods'));
    if (lines === null || lines.length === 0) setRefused(t('counter.returns.chooseLines'));
    else if (reason.trim() === '') setRefused(t('counter.returns.missingReason'));
    else return { billId: bill.id, lines, reason: reason.trim() };
    return null;
  };
  const wordsOf = (failure: CallFailure): string => {
    const { expected } = failure.params;
    return failure.code === 'refund_mismatch' && typeof expected === 'number'
      ? t('counter.returns.comesTo', { amount: format.money(money(expected)) })
      : failureWords(failure);
  };
  const refund = async (event: FormEvent) => {
    event.preventDefault();
    const what = read();
    if (!what || command.pending) return;
    if (isOwnerAsked && creditOwner === null) return setRefused(t('counter.returns.missingCreditOwner'));
    let made: BillReturn | null = null;
    const failure = await withApproval(async (approval) => {
      const outcome = await command.run({
        returnId,
        ...what,
        refund: way === 'parts' ? partsOf(parts) : way,
        ...(isOwnerAsked && creditOwner !== null ? { customerId: creditOwner } : {}),
        ...(approval === undefined ? {} : { approval }),
      });
      if (outcome.ok) made = outcome.value;
      return outcome.ok ? null : outcome.failure;
    });
    if (made) onDone(made);
    else if (failure) setRefused(wordsOf(failure));
  };
  /** What the button does, with what it comes to as soon as that is known. */
  const action = (): string => {
    if (!worth) return t('counter.returns.giveBack');
    if (worth.left === ZERO) return t('counter.returns.takeGoods');
    const amount = format.money(way === 'cash' ? worth.cash : worth.left);
    return way === 'on_account'
      ? t('counter.returns.takeOffAccount', { amount })
      : t('counter.returns.giveBackAmount', { amount });
  };
  const exchange = async () => {
    const what = read();
    if (!what || !onExchange || command.pending) return;
    const failure = await onExchange(what);
    if (failure) setRefused(wordsOf(failure));
  };

  return (
    <form className={styles.stack} onSubmit={(event) => void refund(event)} onChange={() => setRefused('')} noValidate>
      <div className={styles.lines}>
        <Table borderColor="var(--line)" aria-label={t('counter.returns.what')} verticalSpacing={4}>
          <Table.Tbody>
            {open.map((line, index) => (
              <BackLine
                key={line.lineNo}
                line={line}
                draft={draft}
                first={index === 0}
                worth={worth?.lines.find(({ lineNo }) => lineNo === line.lineNo)?.amount}
                onChange={setDraft}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <ReasonField
        label={t('counter.returns.reason')}
        reasons={[
          t('counter.returns.reasons.damaged'),
          t('counter.returns.reasons.expired'),
          t('counter.returns.reasons.wrong'),
          t('counter.returns.reasons.mind'),
        ]}
        value={reason}
        onChange={(next) => {
          setReason(next);
          setRefused('');
        }}
      />
      <div>
        <div id={waysLabel} className={styles.label}>
          {t('counter.returns.how')}
        </div>
        <SegmentedControl
          fullWidth
          classNames={{ label: styles.way ?? '' }}
          aria-labelledby={waysLabel}
          value={way}
          onChange={(value) => setWay(ways.find((each) => each === value) ?? 'parts')}
          data={[
            ...ways.map((each) => ({ value: each as string, label: t(`common.method.${each}`) })),
            { value: 'parts', label: t('counter.returns.parts') },
          ]}
        />
      </div>
      {way === 'parts' && (
        <div className={styles.partFields}>
          {ways.map((each) => (
            <MoneyInput
              key={each}
              size="sm"
              label={t(`common.method.${each}`)}
              value={parts[each] ?? null}
              onChange={(amount) => setParts({ ...parts, [each]: amount })}
            />
          ))}
        </div>
      )}
      {isOwnerAsked && (
        <CreditOwner
          value={creditOwner}
          onChange={(id) => {
            setCreditOwner(id);
            setRefused('');
          }}
        />
      )}
      {worth && worth.offAccount > 0 && (
        <p className={styles.about}>{t('counter.returns.stillDue', { amount: format.money(worth.offAccount) })}</p>
      )}
      <div className={styles.foot} data-stays>
        <p className={styles.refused} role="alert">
          {refused}
        </p>
        <Button
          variant="default"
          size="md"
          className={styles.first ?? ''}
          onClick={() => {
            setDraft({ ...draft, quantities: allOf(open) });
            setRefused('');
          }}
        >
          {t('counter.returns.all')}
        </Button>
        {onExchange && (
          <Button variant="default" size="md" disabled={command.pending} onClick={() => void exchange()}>
            {t('counter.returns.exchange')}
          </Button>
        )}
        <Button type="submit" size="md" loading={command.pending}>
          {action()}
        </Button>
      </div>
    </form>
  );
}
