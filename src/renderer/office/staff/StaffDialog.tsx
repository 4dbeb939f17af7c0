import { Button, Select, Switch, TextInput } from '@mantine/core';
import type { StaffMember } from '@shared/contract';
import { type Role, roles } from '@shared/roles';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { toast } from '../../ui';
import { Dialog, PinInput } from '../../ui/office';
import { type FieldErrors, refusedField, useForm } from '../form';
import styles from './staff.module.css';

interface StaffDraft {
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  readonly pin: string;
  readonly again: string;
}

const isRole = (text: string | null): text is Role => roles.some((role) => role === text);

/** One person: name, role, and a new PIN when there should be one. */
export function StaffDialog({ member, onClose }: { member: StaffMember | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(true);
  const form = useForm<StaffDraft>({
    name: member?.name ?? '',
    role: member?.role ?? 'cashier',
    active: member?.active ?? true,
    pin: '',
    again: '',
  });
  const { draft, set, errors } = form;
  const command = useCommand('staff.save', {
    onRefused: (failure) => {
      const found = refusedField(failure, draft, { already_exists: 'name', pin_too_weak: 'pin', last_owner: 'role' });
      if (found) form.isReady(found);
      return found !== null;
    },
  });
  const findErrors = (): FieldErrors<StaffDraft> => ({
    ...(draft.name.trim() === '' ? { name: t('office.staff.missingName') } : {}),
    ...(draft.pin.length < 4 && (member === null || draft.pin !== '') ? { pin: t('office.staff.shortPin') } : {}),
    ...(draft.pin === draft.again ? {} : { again: t('office.staff.otherPin') }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.isReady(findErrors()) || command.pending) return;
    const outcome = await command.run({
      ...(member ? { id: member.id } : {}),
      ...(draft.pin === '' ? {} : { pin: draft.pin }),
      name: draft.name.trim(),
      role: draft.role,
      active: draft.active,
    });
    if (!outcome.ok) return;
    toast.done(t('office.savedNamed', { name: outcome.value.name }));
    setOpened(false);
  };
  return (
    <Dialog
      opened={opened}
      onClose={() => setOpened(false)}
      onExitTransitionEnd={onClose}
      title={member?.name ?? t('office.staff.create')}
    >
      <form ref={form.ref} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          data-autofocus
          label={t('office.staff.name')}
          required
          maxLength={200}
          value={draft.name}
          onChange={(event) => set('name', event.currentTarget.value)}
          error={errors.name}
        />
        <Select
          label={t('office.staff.role')}
          description={t(`office.staff.roles.${draft.role}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDeselect={false}
          data={roles.map((role) => ({ value: role, label: t(`common.role.${role}`) }))}
          value={draft.role}
          onChange={(role) => isRole(role) && set('role', role)}
          error={errors.role}
        />
        <div className={styles.pair}>
          <PinInput
            label={member ? t('office.staff.newPin') : t('office.staff.pin')}
            placeholder={member ? t('office.staff.keepPin') : undefined}
            required={member === null}
            value={draft.pin}
            onChange={(pin) => set('pin', pin)}
            error={errors.pin}
          />
          <PinInput
            label={t('office.staff.pinAgain')}
            required={member === null}
            value={draft.again}
            onChange={(again) => set('again', again)}
            error={errors.again}
          />
        </div>
        <Switch
          label={t('office.staff.active')}
          description={t('office.staff.activeHint')}
          checked={draft.active}
          onChange={(event) => set('active', event.currentTarget.checked)}
        />
        <div className={styles.foot}>
          <Button variant="default" onClick={() => setOpened(false)}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={command.pending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
