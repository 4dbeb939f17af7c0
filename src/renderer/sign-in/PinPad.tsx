import { Button, UnstyledButton } from '@mantine/core';
import type { ClockState, ShopSummary, StaffMember } from '@shared/contract';
import { IconArrowLeft, IconBackspace, IconClockPlay } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockPanel } from '../clock';
import { liveKey, useCommand } from '../live';
import { createFormat } from '../shop';
import { useShortcut } from '../shortcuts';
import { failureWords, useCountdown } from '../ui';
import styles from './PinPad.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const longest = 8;
/** How long somebody who typed their PIN may look at the way in or out. */
const clockingMs = 60_000;

interface Props {
  readonly person: StaffMember;
  readonly shop: ShopSummary;
  readonly onBack?: () => void;
}

/** A PIN by keyboard or by finger. Wrong ones are answered in words; after too many, the wait counts down. */
export function PinPad({ person, shop, onBack }: Props) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const message = useId();
  const [pin, setPin] = useState('');
  const signIn = useCommand('staff.signIn', { onRefused: (failure) => failure.code !== 'internal' });
  const look = useCommand('attendance.identify', { onRefused: (failure) => failure.code !== 'internal' });
  const [clocking, setClocking] = useState<{ readonly state: ClockState; readonly pin: string } | null>(null);
  const [done, setDone] = useState('');
  const write = useMemo(() => createFormat(shop, i18n.language, (unit) => unit), [shop, i18n.language]);
  const wait = useCountdown(person.lockedUntil ?? 0);
  const locked = wait !== null;

  // Focus stays in the field, so that keys go there whatever was touched last.
  useEffect(() => {
    if (!locked && !clocking) field.current?.focus();
  }, [locked, clocking]);

  // Whoever walks away leaves nobody a panel that clocks in their name.
  useEffect(() => {
    if (!clocking) return;
    const timer = setTimeout(() => setClocking(null), clockingMs);
    return () => clearTimeout(timer);
  }, [clocking]);

  const enter = (next: string) => {
    signIn.reset();
    look.reset();
    setDone('');
    setPin(next.replace(/\D/g, '').slice(0, longest));
  };
  const submit = async () => {
    if (pin.length < 4 || locked || signIn.pending) return;
    const outcome = await signIn.run({ staffId: person.id, pin });
    setPin('');
    if (outcome.ok) client.setQueryData(liveKey('system.status', {}), outcome.value);
    // One wrong PIN too many locks the person out; the list says until when.
    else await client.invalidateQueries({ queryKey: ['staff.list'] });
    field.current?.focus();
  };
  /** Clocking in or out is no signing in: the till stays locked. */
  const clock = async () => {
    if (pin.length < 4 || locked || look.pending || clocking) return field.current?.focus();
    const outcome = await look.run({ staffId: person.id, pin });
    setPin('');
    if (outcome.ok) setClocking({ state: outcome.value, pin });
    else {
      await client.invalidateQueries({ queryKey: ['staff.list'] });
      field.current?.focus();
    }
  };
  useShortcut('clock', () => void clock());
  const failure = signIn.failure ?? look.failure;
  const said = locked
    ? t('signIn.locked', { time: wait })
    : failure?.code === 'wrong_pin'
      ? t('signIn.wrong')
      : failure
        ? failureWords(failure)
        : '';

  if (clocking) {
    const leave = (say: () => string) => {
      setClocking(null);
      setDone(say());
    };
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: Esc goes back from wherever the focus is
      <div className={styles.root} onKeyDown={(event) => event.key === 'Escape' && leave(() => '')}>
        <UnstyledButton className={styles.back ?? ''} onClick={() => leave(() => '')}>
          <IconArrowLeft size={18} stroke={1.6} aria-hidden="true" />
          {t('common.back')}
        </UnstyledButton>
        <h1 className={styles.name}>{t('clock.title')}</h1>
        <ClockPanel
          state={clocking.state}
          who={{ staffId: person.id, pin: clocking.pin }}
          write={write}
          onDone={leave}
        />
      </div>
    );
  }
  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack?.();
      }}
    >
      {onBack && (
        <UnstyledButton className={styles.back ?? ''} onClick={onBack}>
          <IconArrowLeft size={18} stroke={1.6} aria-hidden="true" />
          {t('signIn.other')}
        </UnstyledButton>
      )}
      <h1 className={styles.name}>{person.name}</h1>
      <label className={styles.dots} data-empty={pin === '' || undefined}>
        <span className="unseen">{t('signIn.pin', { name: person.name })}</span>
        <input
          ref={field}
          className={styles.field}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          disabled={locked}
          aria-describedby={message}
          aria-invalid={said !== '' || undefined}
          onChange={(event) => enter(event.currentTarget.value)}
        />
        {pin === '' ? (
          <span className={styles.hint} aria-hidden="true">
            {t('signIn.pinHint')}
          </span>
        ) : (
          <span className={styles.typed} aria-hidden="true">
            {'●'.repeat(pin.length)}
          </span>
        )}
      </label>
      <p id={message} className={styles.message} role="status" data-done={(done !== '' && said === '') || undefined}>
        {said || done}
      </p>
      <div className={styles.pad}>
        {digits.map((digit) => (
          <Key key={digit} label={digit} disabled={locked} onPress={() => enter(pin + digit)} />
        ))}
        <Key label={t('signIn.delete')} disabled={locked} onPress={() => enter(pin.slice(0, -1))}>
          <IconBackspace size={24} stroke={1.5} aria-hidden="true" />
        </Key>
        <Key label="0" disabled={locked} onPress={() => enter(`${pin}0`)} />
        <Button
          type="submit"
          className={styles.enter ?? ''}
          disabled={pin.length < 4 || locked}
          loading={signIn.pending}
        >
          {t('signIn.enter')}
        </Button>
      </div>
      <Button
        fullWidth
        mt="sm"
        variant="subtle"
        color="gray"
        leftSection={<IconClockPlay size={18} stroke={1.6} aria-hidden="true" />}
        disabled={pin.length < 4 || locked}
        loading={look.pending}
        onClick={() => void clock()}
      >
        {t('clock.title')}
      </Button>
    </form>
  );
}

interface KeyProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
  readonly children?: React.ReactNode;
}

function Key({ label, disabled, onPress, children }: KeyProps) {
  return (
    <UnstyledButton
      className={styles.key ?? ''}
      aria-label={label}
      disabled={disabled}
      // The keyboard goes to the field; a finger must not take the focus away from it.
      tabIndex={-1}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children ?? label}
    </UnstyledButton>
  );
}
