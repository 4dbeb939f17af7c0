import { Button, Textarea, TextInput } from '@mantine/core';
import type { OpenShift, ShiftReport } from '@shared/contract';
import { addMoney, denominations, type Money, multiply, subMoney, wholeUnits, ZERO } from '@shared/money';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useLive } from '../live';
import { useFormat } from '../shop';
import { failureWords } from '../ui';
import { MoneyInput } from '../ui/office';
import { Difference } from './report';
import styles from './shift.module.css';
import { useLargeCash } from './useLargeCash';

interface Props {
  readonly shift: OpenShift;
  readonly onClosed: (report: ShiftReport) => void;
}

/** What the notes and coins of one kind come to; a count has at most five digits. */
const worth = (denomination: Money, count: number): Money => multiply(denomination, wholeUnits(count));

/** Counted by kind of note and coin, Enter by Enter. Who counts blind learns what was expected afterwards. */
export function CloseShift({ shift, onClosed }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const kinds = denominations(format.currency);
  const report = useLive('shift.report', {});
  const [counts, setCounts] = useState<Readonly<Record<number, string>>>({});
  const [leftFloat, setLeftFloat] = useState<Money | null>(null);
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState('');
  const counted = kinds.reduce((sum, kind) => addMoney(sum, worth(kind, Number(counts[kind] ?? 0))), ZERO);
  const large = useLargeCash(counted);
  const close = useCommand('shift.close', { onRefused: () => true });
  const expected = report.data === undefined || report.data.state === 'blind' ? null : report.data.expected;

  const submit = async () => {
    if (close.pending || !large.check()) return;
    const outcome = await close.run({
      shiftId: shift.id,
      counts: kinds.flatMap((denomination) => {
        const count = Number(counts[denomination] ?? 0);
        return count > 0 ? [{ denomination, count }] : [];
      }),
      ...(leftFloat === null ? {} : { leftFloat }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      confirm: [...large.confirm],
    });
    if (outcome.ok) onClosed(outcome.value);
    else setRefused(failureWords(outcome.failure));
  };
  return (
    <form
      className={styles.close}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <fieldset
        className={styles.counts}
        aria-label={t('counter.shift.count')}
        // Down the first column, then down the second.
        style={{ gridTemplateRows: `repeat(${Math.ceil(kinds.length / 2)}, auto)` }}
      >
        {kinds.map((kind, index) => (
          <div key={kind} className={styles.count}>
            <TextInput
              size="sm"
              inputMode="numeric"
              autoComplete="off"
              maxLength={5}
              autoFocus={index === 0}
              leftSectionWidth={74}
              // One below the other, as they would be written.
              styles={{ section: { justifyContent: 'flex-end', paddingInlineEnd: 14 } }}
              leftSection={<span aria-hidden="true">{t('counter.shift.kind', { note: format.note(kind) })}</span>}
              aria-label={t('counter.shift.countOf', { note: format.money(kind) })}
              value={counts[kind] ?? ''}
              onChange={(event) => {
                setCounts({ ...counts, [kind]: event.currentTarget.value.replace(/\D/g, '') });
                setRefused('');
              }}
              onKeyDown={nextOnEnter}
            />
            <output className={styles.worth}>
              {counts[kind]
                ? t('counter.shift.worth', { amount: format.amount(worth(kind, Number(counts[kind]))) })
                : ''}
            </output>
          </div>
        ))}
      </fieldset>
      <div className={styles.sums}>
        <dl className={styles.facts}>
          <div>
            <dt>{t('counter.shift.counted')}</dt>
            <dd className={styles.big}>{format.money(counted)}</dd>
          </div>
          {expected !== null && (
            <>
              <div>
                <dt>{t('counter.shift.expected')}</dt>
                <dd>{format.money(expected)}</dd>
              </div>
              <Difference amount={subMoney(counted, expected)} />
            </>
          )}
        </dl>
        {report.data?.state === 'blind' && <p className={styles.about}>{t('counter.shift.blind')}</p>}
        <MoneyInput
          size="md"
          label={t('counter.shift.leftFloat')}
          description={t('counter.shift.leftFloatHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={leftFloat}
          onChange={setLeftFloat}
          error={leftFloat !== null && leftFloat > counted ? t('counter.shift.leftTooMuch') : undefined}
        />
        <Textarea
          size="md"
          rows={2}
          maxLength={1000}
          label={t('counter.shift.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <p className={styles.refused} role="alert">
          {refused || large.warning}
        </p>
        <Button
          type="submit"
          size="md"
          fullWidth
          loading={close.pending}
          disabled={leftFloat !== null && leftFloat > counted}
        >
          {t('counter.shift.close')}
        </Button>
      </div>
    </form>
  );
}

/** Enter goes to the next kind of note; the shift is closed by its button alone. */
function nextOnEnter(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const fields = [...(event.currentTarget.form?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [])];
  fields[fields.indexOf(event.currentTarget) + step]?.focus();
}
