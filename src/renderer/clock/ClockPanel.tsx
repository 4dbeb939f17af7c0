import { Button } from '@mantine/core';
import type { ClockState } from '@shared/contract';
import type { ClockKind } from '@shared/entities';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ids, useCommand } from '../live';
import styles from './clock.module.css';
import { useHours } from './useHours';

/** Who clocks in or out without being signed in. */
export interface Pinned {
  readonly staffId: string;
  readonly pin: string;
}

interface Props {
  readonly state: ClockState;
  /** Null: whoever is signed in. */
  readonly who: Pinned | null;
  /** Times as the shop writes them: the lock screen has no `useFormat`. */
  readonly write: { readonly time: (at: number) => string; readonly dateTime: (at: number) => string };
  /** It is put down; in words. */
  readonly onDone: (say: () => string) => void;
}

/** Whether somebody is at work, and the one button that changes it: Enter presses it. */
export function ClockPanel({ state, who, write, onDone }: Props) {
  const { t } = useTranslation();
  const hours = useHours();
  const button = useRef<HTMLButtonElement>(null);
  const [entryId] = useState(() => ids.next());
  const clock = useCommand('attendance.clock');
  const { name, since, forgotten, minutes, long } = state;
  // After so long somebody forgot: Enter must not make a night of sleep hours of work.
  const next: ClockKind = since === null || long ? 'in' : 'out';
  const other: ClockKind = next === 'in' ? 'out' : 'in';
  const [now] = useState(() => Date.now());
  const ago = since === null ? '' : hours(Math.floor((now - since) / 60_000));
  useEffect(() => button.current?.focus(), []);
  const put = async (kind: ClockKind) => {
    if (clock.pending) return;
    const outcome = await clock.run({ entryId, kind, ...(who && { who }) });
    if (!outcome.ok) return;
    onDone(() => t(kind === 'in' ? 'clock.doneIn' : 'clock.doneOut', { name, time: write.time(outcome.value.at) }));
  };
  return (
    <div className={styles.panel}>
      <p className={styles.state} data-here={since !== null || undefined}>
        {since === null
          ? t('clock.away', { name })
          : t('clock.since', { name, time: long ? write.dateTime(since) : write.time(since) })}
      </p>
      {minutes > 0 && <p className={styles.quiet}>{t('clock.today', { hours: hours(minutes) })}</p>}
      {long && <p className={styles.forgotten}>{t('clock.long', { hours: ago })}</p>}
      {forgotten !== null && (
        <p className={styles.forgotten}>{t('clock.forgotten', { time: write.dateTime(forgotten) })}</p>
      )}
      <Button ref={button} data-autofocus fullWidth size="md" loading={clock.pending} onClick={() => void put(next)}>
        {t(`clock.${next}`)}
      </Button>
      <p className={styles.instead}>
        {!long && <span className={styles.quiet}>{t(`clock.instead.${other}`)}</span>}
        <Button variant="transparent" size="compact-sm" disabled={clock.pending} onClick={() => void put(other)}>
          {long ? t('clock.outLong', { hours: ago }) : t(`clock.${other}`)}
        </Button>
      </p>
    </div>
  );
}
