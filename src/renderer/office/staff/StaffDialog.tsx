import { Select, Switch, TextInput } from '@mantine/core';
import type { StaffMember } from '@shared/contract';
import { type Role, roles } from '@shared/roles';
import { useTranslation } from 'react-i18next';
import { toast } from '../../ui';
import { PinInput } from '../../ui/office';
import { DialogForm, type FieldErrors, FieldPair, switchOf, textOf, useForm, useFormCommand } from '../form';

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
  const form = useForm<StaffDraft>({
    name: member?.name ?? '',
    role: member?.role ?? 'cashier',
    active: member?.active ?? true,
    pin: '',
    again: '',
  });
  const { draft, set, errors } = form;
  const command = useFormCommand('staff.save', form, {
    fields: { already_exists: 'name', pin_too_weak: 'pin', last_owner: 'role' },
  });
  const findErrors = (): FieldErrors<StaffDraft> => ({
    ...(draft.name.trim() === '' ? { name: t('office.staff.missingName') } : {}),
    ...(draft.pin.length < 4 && (member === null || draft.pin !== '') ? { pin: t('office.staff.shortPin') } : {}),
    ...(draft.pin === draft.again ? {} : { again: t('office.staff.otherPin') }),
  });
  const save = async () => {
    const outcome = await command.run({
      ...(member ? { id: member.id } : {}),
      ...(draft.pin === '' ? {} : { pin: draft.pin }),
      name: draft.name.trim(),
      role: draft.role,
      active: draft.active,
    });
    if (outcome.ok) toast.done(() => t('office.savedNamed', { name: outcome.value.name }));
    return outcome.ok;
  };
  return (
    <DialogForm
      title={member?.name ?? t('office.staff.create')}
      form={form}
      findErrors={findErrors}
      pending={command.pending}
      onSave={save}
      onClose={onClose}
    >
      <TextInput data-autofocus label={t('office.staff.name')} required {...textOf(form, 'name')} />
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
      <FieldPair>
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
      </FieldPair>
      <Switch
        label={t('office.staff.active')}
        description={t('office.staff.activeHint')}
        {...switchOf(form, 'active')}
      />
    </DialogForm>
  );
}
