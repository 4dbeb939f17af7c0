import type { AttendanceRow, AttendanceSheet } from '@shared/contract';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import styles from './hours.module.css';
import { signOf } from './signs';

interface Props {
  readonly sheet: AttendanceSheet;
  readonly onChoose: (staffId: string, day: string) => void;
}

/** Days × people. Arrows go from day to day and from person to person, Enter opens; only one day is in the order of Tab. */
export function MonthSheet({ sheet, onChoose }: Props) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { days, people, today } = sheet;
  const table = useRef<HTMLTableElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const [at, setAt] = useState({ row: 0, day: today ?? 0 });
  const here = { row: Math.min(at.row, people.length - 1), day: Math.min(at.day, days.length - 1) };
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' });

  // Today is what is looked for, and stands at the end of what is over.
  useLayoutEffect(() => {
    const head = table.current?.querySelector<HTMLElement>('[data-today]');
    const box = scroller.current;
    if (!box) return;
    box.scrollLeft = head ? head.offsetLeft + head.offsetWidth - box.clientWidth : 0;
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(here.row + step.row, people.length - 1));
    const day = Math.max(0, Math.min(here.day + step.day, days.length - 1));
    setAt({ row, day });
    table.current?.querySelector<HTMLElement>(`[data-cell="${row} ${day}"]`)?.focus();
  };
  return (
    <section ref={scroller} className={styles.sheet} aria-label={t('office.hours.sheet')}>
      <table ref={table} className={styles.table} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t('office.hours.name')}
            </th>
            <th scope="col" className={styles.sumHead}>
              {t('office.hours.full')}
            </th>
            <th scope="col" className={styles.sumHead}>
              {t('office.hours.half')}
            </th>
            <th scope="col" className={styles.sumHead}>
              {t('office.hours.absent')}
            </th>
            <th scope="col" className={styles.sumHead}>
              {t('office.hours.total')}
            </th>
            {days.map((day, index) => (
              <th key={day} scope="col" className={styles.head} data-today={index === today || undefined}>
                <span className={styles.weekday}>{weekday.format(Date.parse(day))}</span>
                {Number(day.slice(8))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person, row) => (
            <tr key={person.id} className={styles.person} data-muted={person.removed || undefined}>
              <th scope="row" className={styles.who} title={person.name}>
                {person.name}
              </th>
              <td className={styles.sum}>{person.full}</td>
              <td className={styles.sum}>{person.half}</td>
              <td className={styles.sum}>{person.absent}</td>
              <td className={styles.sum}>{clockText(person.minutes)}</td>
              {person.days.map((_, index) => (
                <Cell
                  key={days[index]}
                  person={person}
                  day={days[index] ?? ''}
                  index={index}
                  row={row}
                  isStop={row === here.row && index === here.day}
                  isToday={index === today}
                  onChoose={onChoose}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const steps: Readonly<Record<string, { row: number; day: number }>> = {
  ArrowLeft: { row: 0, day: -1 },
  ArrowRight: { row: 0, day: 1 },
  ArrowUp: { row: -1, day: 0 },
  ArrowDown: { row: 1, day: 0 },
  Home: { row: 0, day: -31 },
  End: { row: 0, day: 31 },
};

interface CellProps {
  readonly person: AttendanceRow;
  readonly day: string;
  readonly index: number;
  readonly row: number;
  readonly isStop: boolean;
  readonly isToday: boolean;
  readonly onChoose: (staffId: string, day: string) => void;
}

function Cell({ person, day, index, row, isStop, isToday, onChoose }: CellProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mark, minutes, corrected } = person.days[index] ?? { mark: 'none', minutes: 0, corrected: false };
  const what = [
    t(`office.hours.marks.${mark}`),
    minutes > 0 && clockText(minutes),
    corrected && t('office.hours.corrected'),
  ].filter(Boolean);
  const label = t('office.hours.cell', { name: person.name, day: format.day(day), what: what.join(', ') });
  return (
    <td className={styles.place} data-today={isToday || undefined}>
      <button
        type="button"
        className={styles.cell}
        data-cell={`${row} ${index}`}
        data-mark={mark}
        data-corrected={corrected || undefined}
        tabIndex={isStop ? 0 : -1}
        aria-label={label}
        title={label}
        onClick={() => onChoose(person.id, day)}
      >
        {minutes > 0 && mark !== 'open' ? clockText(minutes) : signOf[mark]}
      </button>
    </td>
  );
}

/** `8:05` */
export function clockText(minutes: number): string {
  const rest = minutes % 60;
  return `${(minutes - rest) / 60}:${String(rest).padStart(2, '0')}`;
}
