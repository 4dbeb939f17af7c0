import { Button, NativeSelect } from '@mantine/core';
import type { ClockState } from '@shared/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScans } from '../counter/scanner';
import { soundRefused } from '../counter/sounds';
import { useCommand, useLive } from '../live';
import { useFormat, useTill } from '../shop';
import { FailureState, failureWords, toast, useCountdown } from '../ui';
import { Dialog, PinInput } from '../ui/office';
import { ClockPanel, type Pinned } from './ClockPanel';
import styles from './clock.module.css';
import { closeClockDialog } from './dialog';

/** Whoever is signed in clocks in or out; anybody else does with their PIN, and nobody has to leave the till for it. */
export default function ClockDialog() {
  const { t } = useTranslation();
  const format = useFormat();
  const mine = useLive('attendance.mine', {});
  const [other, setOther] = useState<{ readonly state: ClockState; readonly who: Pinned } | null>(null);
  useScans((code) => {
    soundRefused();
    toast.attention(() => t('frame.scannedInDialog', { code }));
  });
  const done = (say: () => string) => {
    closeClockDialog();
    toast.done(say);
  };
  return (
    <Dialog opened onClose={closeClockDialog} title={t('clock.title')} size="sm">
      {other ? (
        <ClockPanel key={other.who.staffId} {...other} write={format} onDone={done} />
      ) : (
        <>
          {mine.state === 'failed' && <FailureState failure={mine.failure} onRetry={mine.retry} />}
          {mine.data && <ClockPanel state={mine.data} who={null} write={format} onDone={done} />}
          {mine.data && <SomeoneElse onKnown={(state, who) => setOther({ state, who })} />}
        </>
      )}
    </Dialog>
  );
}

/** Who it is, by name and PIN. */
function SomeoneElse({ onKnown }: { onKnown: (state: ClockState, who: Pinned) => void }) {
  const { t } = useTranslation();
  const { user } = useTill();
  const client = useQueryClient();
  const staff = useLive('staff.list', {});
  const field = useRef<HTMLInputElement>(null);
  const [staffId, setStaffId] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const identify = useCommand('attendance.identify', { onRefused: (failure) => failure.code !== 'internal' });
  const people = (staff.data ?? []).filter(({ id, active }) => active && id !== user.staffId);
  const wait = useCountdown(people.find(({ id }) => id === staffId)?.lockedUntil ?? 0);
  if (people.length === 0) return null;
  const submit = async () => {
    if (staffId === null || pin.length < 4 || wait !== null || identify.pending) return;
    const who = { staffId, pin };
    const outcome = await identify.run(who);
    if (outcome.ok) return onKnown(outcome.value, who);
    setPin('');
    // One wrong PIN too many locks the person out; the list says until when.
    await client.invalidateQueries({ queryKey: ['staff.list'] });
    field.current?.focus();
  };
  const said =
    wait !== null
      ? t('signIn.locked', { time: wait })
      : identify.failure?.code === 'wrong_pin'
        ? t('signIn.wrong')
        : identify.failure && failureWords(identify.failure);
  return (
    <form
      className={styles.someone}
      aria-label={t('clock.someone')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 className={styles.someoneTitle}>{t('clock.someone')}</h2>
      <div className={styles.fields}>
        <NativeSelect
          label={t('clock.person')}
          data={[{ value: '', label: '' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
          value={staffId ?? ''}
          onChange={(event) => {
            setStaffId(event.currentTarget.value || null);
            identify.reset();
          }}
        />
        <PinInput
          inputRef={field}
          label={t('clock.pin')}
          value={pin}
          disabled={wait !== null}
          onChange={(next) => {
            setPin(next);
            identify.reset();
          }}
        />
        <Button
          type="submit"
          variant="default"
          loading={identify.pending}
          disabled={staffId === null || pin.length < 4 || wait !== null}
        >
          {t('clock.next')}
        </Button>
      </div>
      {said && (
        <p className={styles.wrong} role="alert">
          {said}
        </p>
      )}
    </form>
  );
}
