import { Button, UnstyledButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useLive } from '../live';
import { useFormat } from '../shop';
import { FailureState, failureWords, useCountdown } from '../ui';
import { Dialog, PinInput } from '../ui/office';
import styles from './ApproveDialog.module.css';
import type { Request } from './approvals';
import { subjectOf, whatOf } from './what';

/** Who allows it, and their PIN. Wrong ones count like at the sign-in; nothing is remembered of a right one. */
export default function ApproveDialog({ request }: { request: Request }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { need, facts, answer } = request;
  const approvers = useLive('staff.approvers', { action: need.action, value: need.value });
  const staff = useLive('staff.list', {});
  const [chosen, setChosen] = useState(0);
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const approve = useCommand('staff.approve', { onRefused: (failure) => failure.code !== 'internal' });
  const people = approvers.data ?? [];
  const person = people[Math.min(chosen, people.length - 1)];
  const wait = useCountdown(staff.data?.find(({ id }) => id === person?.id)?.lockedUntil ?? 0);
  const isLocked = wait !== null;
  const hasPeople = people.length > 0;
  useEffect(() => {
    // They may come after the dialog, which has put the focus where Enter would close it.
    if (hasPeople) field.current?.focus();
  }, [hasPeople]);

  const choose = (index: number) => {
    if (index < 0 || index >= people.length) return;
    setChosen(index);
    setPin('');
    approve.reset();
    field.current?.focus();
  };
  const submit = async () => {
    if (!person || pin.length < 4 || isLocked || approve.pending) return;
    const outcome = await approve.run({ staffId: person.id, pin, ...need });
    setPin('');
    if (outcome.ok) answer(outcome.value.approval);
    // One wrong PIN too many locks the person out; the list says until when.
    else await client.invalidateQueries({ queryKey: ['staff.list'] });
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    choose(chosen + step);
  };
  const said = isLocked
    ? t('signIn.locked', { time: wait })
    : approve.failure?.code === 'wrong_pin'
      ? t('signIn.wrong')
      : approve.failure
        ? failureWords(approve.failure)
        : undefined;

  return (
    <Dialog opened onClose={() => answer(null)} title={t('counter.approval.title')} size="sm" zIndex={300}>
      <form
        className={styles.root}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className={styles.what}>
          <p className={styles.subject}>{subjectOf(need, facts, t)}</p>
          <p>{whatOf(need, facts, t, format)}</p>
        </div>
        {approvers.state === 'failed' && <FailureState failure={approvers.failure} onRetry={approvers.retry} />}
        {approvers.state === 'ready' && people.length === 0 && (
          <p className={styles.none}>{t('counter.approval.nobody')}</p>
        )}
        {people.length > 0 && (
          <>
            <fieldset className={styles.people} aria-label={t('counter.approval.who')}>
              {people.map((each, index) => (
                <UnstyledButton
                  key={each.id}
                  className={styles.person ?? ''}
                  aria-pressed={each.id === person?.id}
                  onClick={() => choose(index)}
                >
                  <span className={styles.name}>{each.name}</span>
                  <span className={styles.role}>{t(`common.role.${each.role}`)}</span>
                </UnstyledButton>
              ))}
            </fieldset>
            <PinInput
              data-autofocus
              inputRef={field}
              size="lg"
              label={t('signIn.pin', { name: person?.name ?? '' })}
              value={pin}
              disabled={isLocked}
              onChange={(next) => {
                setPin(next);
                approve.reset();
              }}
              onKeyDown={onKeyDown}
              error={said}
            />
            <Button type="submit" size="md" loading={approve.pending} disabled={pin.length < 4 || isLocked}>
              {t('counter.approval.allow')}
            </Button>
          </>
        )}
      </form>
    </Dialog>
  );
}
