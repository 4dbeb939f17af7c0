import { TextInput } from '@mantine/core';
import type { AttendanceDay, AttendanceEntry } from '@shared/contract';
import type { ClockKind } from '@shared/entities';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallFailure, ids } from '../../../live';
import { toast } from '../../../ui';
import { DateField, ReasonField } from '../../../ui/office';
import { DialogForm, dayIn, type FieldErrors, FieldPair, textOf, useForm, useFormCommand } from '../../form';
import styles from './hours.module.css';

export type Correcting =
  | { readonly do: 'add'; readonly kind: ClockKind }
  | { readonly do: 'move' | 'strike'; readonly entry: AttendanceEntry };

interface Draft {
  readonly day: string;
  readonly clock: string;
  readonly reason: string;
}

interface Props {
  readonly what: Correcting;
  readonly of: AttendanceDay;
  readonly onClose: () => void;
}

/** A time that was forgotten, wrong or never was, with the reason that stays beside it. */
export function CorrectDialog({ what, of, onClose }: Props) {
  const { t } = useTranslation();
  const [id] = useState(() => ids.next());
  const entry = what.do === 'add' ? null : what.entry;
  const form = useForm<Draft>({ day: entry?.day ?? of.day, clock: entry?.clock ?? '', reason: '' });
  const { draft, set, errors } = form;
  const words = ({ code, params }: CallFailure): FieldErrors<Draft> | null =>
    code === 'bad_value' && params.reason === 'future' ? { clock: t('office.hours.future') } : null;
  const add = useFormCommand('attendance.add', form, { words });
  const correct = useFormCommand('attendance.correct', form, { words });
  const isStrike = what.do === 'strike';
  const findErrors = (): FieldErrors<Draft> => ({
    ...(!isStrike && minutesOf(draft.clock) === null ? { clock: t('office.hours.missingTime') } : {}),
    ...(!isStrike && draft.day === '' ? { day: t('office.hours.missingTime') } : {}),
    ...(draft.reason.trim() === '' ? { reason: t('office.hours.missingReason') } : {}),
  });
  const save = async () => {
    const to = { day: draft.day, clock: minutesOf(draft.clock) ?? 0 };
    const reason = draft.reason.trim();
    const outcome =
      what.do === 'add'
        ? await add.run({ entryId: id, staffId: of.staffId, kind: what.kind, ...to, reason })
        : await correct.run({ correctionId: id, entryId: what.entry.id, to: isStrike ? null : to, reason });
    if (outcome.ok) toast.done(() => t('office.hours.saved'));
    return outcome.ok;
  };
  const title =
    what.do === 'add'
      ? t(`office.hours.addTitle.${what.kind}`, { name: of.name })
      : t(isStrike ? 'office.hours.strikeTitle' : 'office.hours.moveTitle');
  return (
    <DialogForm
      title={title}
      form={form}
      findErrors={findErrors}
      pending={add.pending || correct.pending}
      {...(isStrike && { action: t('office.hours.strikeAction') })}
      onSave={save}
      onClose={onClose}
    >
      {isStrike ? (
        <p className={styles.note}>{t('office.hours.strikeText')}</p>
      ) : (
        <FieldPair>
          <TextInput data-autofocus type="time" label={t('office.hours.time')} {...textOf(form, 'clock')} />
          <DateField label={t('office.hours.day')} {...dayIn(form, 'day')} />
        </FieldPair>
      )}
      <ReasonField
        {...(isStrike && { 'data-autofocus': true })}
        label={t('office.hours.reason')}
        reasons={[
          t('office.hours.reasons.forgot'),
          t('office.hours.reasons.wrong'),
          t('office.hours.reasons.twice'),
          t('office.hours.reasons.errand'),
        ]}
        value={draft.reason}
        onChange={(reason) => set('reason', reason)}
        error={errors.reason}
      />
    </DialogForm>
  );
}

/** `18:30` as minutes since midnight; null: no time. */
function minutesOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(clock) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
