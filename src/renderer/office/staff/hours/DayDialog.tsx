import { Button } from '@mantine/core';
import type { AttendanceDay, AttendanceEntry } from '@shared/contract';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHours } from '../../../clock';
import { useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { Dialog } from '../../../ui/office';
import { Loaded, RowAction } from '../../parts';
import { CorrectDialog, type Correcting } from './CorrectDialog';
import styles from './hours.module.css';

interface Props {
  readonly staffId: string;
  readonly day: string;
  readonly onClose: () => void;
}

/** One person's day: what was clocked, what it was corrected to and why, and the ways to put it right. */
export function DayDialog({ staffId, day, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const answer = useLive('attendance.day', { staffId, day });
  const [opened, setOpened] = useState(true);
  const [correcting, setCorrecting] = useState<Correcting | null>(null);
  const name = answer.data?.name ?? '';
  return (
    <Dialog
      opened={opened}
      onClose={() => setOpened(false)}
      onExitTransitionEnd={onClose}
      title={t('office.hours.dayTitle', { name, day: format.day(day) })}
      size="lg"
    >
      <Loaded of={answer} rows={2}>
        {(data) => <Day data={data} onCorrect={setCorrecting} />}
      </Loaded>
      {correcting && answer.data && (
        <CorrectDialog what={correcting} of={answer.data} onClose={() => setCorrecting(null)} />
      )}
    </Dialog>
  );
}

function Day({ data, onCorrect }: { data: AttendanceDay; onCorrect: (what: Correcting) => void }) {
  const { t } = useTranslation();
  const hours = useHours();
  const add = useRef<HTMLButtonElement>(null);
  // What is done here most: nobody is asked to look for it behind the times that are right.
  useEffect(() => add.current?.focus(), []);
  const { mark, minutes, entries } = data;
  return (
    <>
      <p className={styles.dayMark} data-mark={mark}>
        {minutes > 0
          ? t('office.hours.worked', { mark: t(`office.hours.marks.${mark}`), hours: hours(minutes) })
          : t(`office.hours.marks.${mark}`)}
      </p>
      {entries.length === 0 && <p className={styles.note}>{t('office.hours.noEntries')}</p>}
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} day={data.day} onCorrect={onCorrect} />
        ))}
      </ul>
      <div className={styles.adds}>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} stroke={1.6} />}
          onClick={() => onCorrect({ do: 'add', kind: 'in' })}
        >
          {t('office.hours.addIn')}
        </Button>
        <Button
          ref={add}
          variant="default"
          leftSection={<IconPlus size={18} stroke={1.6} />}
          onClick={() => onCorrect({ do: 'add', kind: 'out' })}
        >
          {t('office.hours.addOut')}
        </Button>
      </div>
    </>
  );
}

interface EntryProps {
  readonly entry: AttendanceEntry;
  readonly day: string;
  readonly onCorrect: (what: Correcting) => void;
}

function Entry({ entry, day, onCorrect }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, time, holds, use, reason, by, terminal, corrections } = entry;
  const what = `${t(`office.hours.${kind}`)} ${entry.clock}`;
  const isStruck = holds === null;
  return (
    <li className={styles.entry} data-struck={isStruck || undefined}>
      <span className={styles.kind}>{t(`office.hours.${kind}`)}</span>
      <span className={styles.time}>{isStruck ? <s>{format.time(time)}</s> : format.time(holds)}</span>
      <span className={styles.story}>
        {entry.day !== day && <span>{format.day(entry.day)}</span>}
        {!isStruck && holds !== time && <span>{t('office.hours.was', { time: format.time(time) })}</span>}
        {isStruck && <span>{t('office.hours.struck')}</span>}
        {(use === 'doubled' || use === 'unpaired') && (
          <span className={styles.attention}>{t(`office.hours.uses.${use}`)}</span>
        )}
        {reason === null
          ? terminal !== null && <span>{terminal}</span>
          : by !== null && <span>{t('office.hours.addedBy', { who: by, reason })}</span>}
        {corrections.map((each) => (
          <span key={each.id}>{t('office.hours.correctedBy', { who: each.by ?? '', reason: each.reason })}</span>
        ))}
      </span>
      <span className={styles.actions}>
        <RowAction
          label={t('office.hours.change', { what })}
          icon={IconPencil}
          onClick={() => onCorrect({ do: 'move', entry })}
        />
        {!isStruck && (
          <RowAction
            label={t('office.hours.strike', { what })}
            icon={IconTrash}
            onClick={() => onCorrect({ do: 'strike', entry })}
          />
        )}
      </span>
    </li>
  );
}
