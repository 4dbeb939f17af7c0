import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { type Day, dayOf } from '@shared/clock';
import { IconCalendar } from '@tabler/icons-react';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, useTill } from '../../shop';
import styles from './DateField.module.css';
import { dayCustoms, dayInNumbers, firstPart } from './dayCustoms';
import { readDay } from './readDay';

const load = () => import('./DayCalendar');
const DayCalendar = lazy(load);

const placeholders = {
  day: 'common.day.placeholder',
  month: 'common.day.placeholderMonthFirst',
  year: 'common.day.placeholderYearFirst',
} as const;

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue' | 'error' | 'type' | 'min' | 'max'> {
  /** Null: empty. */
  readonly value: Day | null;
  /** Not called for what nobody can read: the field says so, and is invalid until it is mended. */
  readonly onChange: (day: Day | null) => void;
  readonly min?: Day | undefined;
  readonly max?: Day | undefined;
  /** False: there is always a day; an emptied field goes back to the one it had. */
  readonly clearable?: boolean;
  readonly error?: ReactNode;
}

/**
 * A civil day, typed as people write it in their country, or chosen in a calendar (the button, or Alt+↓). What is typed is taken
 * when the field is left or Enter is pressed, never before: `1/11/2` may become any day. That Enter is used up; only a form that
 * the field stands in is still sent by it. What cannot be taken stays, and `focusInvalid` keeps a button from going on without it.
 */
export function DateField({ value, onChange, min, max, clearable = true, error, onBlur, onKeyDown, ...props }: Props) {
  const { t } = useTranslation();
  const { locale, day: inWords } = useFormat();
  const { shop } = useTill();
  const today = dayOf(Date.now(), shop.timeZone);
  const field = useRef<HTMLInputElement>(null);
  const customs = useMemo(
    () =>
      dayCustoms(locale, {
        today: t('common.day.today'),
        yesterday: t('common.day.yesterday'),
        tomorrow: t('common.day.tomorrow'),
      }),
    [locale, t],
  );
  const write = (day: Day | null) => (day === null ? '' : dayInNumbers(day, locale));
  const [text, setText] = useState<string | null>(null);
  const [meant, setMeant] = useState(value);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isCalendarWanted, setCalendarWanted] = useState(false);
  // Someone else changed the value: what was typed no longer stands.
  if (meant !== value) {
    setMeant(value);
    setText(null);
    setRefusal(null);
  }
  const take = (day: Day | null) => {
    setRefusal(null);
    setMeant(day);
    if (day !== value) onChange(day);
  };
  /** What is typed is meant so. False, and said, when it cannot be taken. */
  const settle = (): boolean => {
    if (text === null) return true;
    if (text.trim() === '') {
      setText(null);
      take(clearable ? null : value);
      return true;
    }
    const day = readDay(text, today, customs, { min, max });
    const words =
      day === null
        ? t('common.day.unreadable', { example: dayInNumbers(today, locale) })
        : min && day < min
          ? t('common.day.early', { day: inWords(min) })
          : max && day > max
            ? t('common.day.late', { day: inWords(max) })
            : null;
    if (words !== null || day === null) {
      setRefusal(words);
      return false;
    }
    setText(null);
    take(day);
    return true;
  };
  const type = (typed: string) => {
    setText(typed);
    setRefusal(null);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' && event.altKey) {
      setCalendarWanted(true);
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Escape' && isCalendarWanted) {
      // It is not there yet, or the focus is still on its way to it.
      setCalendarWanted(false);
      event.stopPropagation();
    } else if (event.key === 'Enter' && text !== null) {
      // Whoever hears the key above does not know the day yet, and would act on the one before.
      event.stopPropagation();
      // Nor may a form be sent without it.
      if (!settle()) event.preventDefault();
    } else onKeyDown?.(event);
  };
  const open = () => setCalendarWanted((now) => !now);
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      tabIndex={-1}
      aria-label={t('common.day.calendar')}
      aria-haspopup="dialog"
      aria-expanded={isCalendarWanted}
      disabled={props.disabled ?? false}
      onPointerEnter={() => void load()}
      onClick={open}
    >
      <IconCalendar size={18} stroke={1.6} />
    </ActionIcon>
  );
  return (
    <TextInput
      w={props.w ?? (props.label === undefined ? 150 : undefined)}
      autoComplete="off"
      spellCheck={false}
      maxLength={30}
      placeholder={t(placeholders[firstPart(locale)])}
      aria-keyshortcuts="Alt+ArrowDown"
      data-date-field
      {...props}
      classNames={{ root: styles.root ?? '', ...(refusal && { error: styles.refusal ?? '' }) }}
      ref={field}
      value={text ?? write(value)}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={(event) => {
        settle();
        onBlur?.(event);
      }}
      onKeyDown={press}
      error={refusal ?? error}
      rightSectionPointerEvents="all"
      rightSection={
        isCalendarWanted ? (
          <Suspense fallback={button}>
            <DayCalendar
              value={value}
              today={today}
              min={min}
              max={max}
              locale={locale}
              onChoose={(day) => {
                setText(null);
                take(day);
              }}
              onClose={() => {
                setCalendarWanted(false);
                field.current?.focus();
              }}
            >
              {button}
            </DayCalendar>
          </Suspense>
        ) : (
          button
        )
      }
    />
  );
}
