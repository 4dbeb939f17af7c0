import { Autocomplete, Select, Switch, TextInput } from '@mantine/core';
import type { PaperWidth, Printer, PrinterKind, PrinterProfileName } from '@shared/contract';
import { isLabelProfile, printerKinds, printerProfileNames } from '@shared/printers';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../../live';
import { toast } from '../../../ui';
import { DialogForm, type FieldErrors, FieldPair, switchOf, textOf, useForm, useFormCommand } from '../../form';
import styles from './printers.module.css';

interface PrinterDraft {
  readonly name: string;
  readonly kind: PrinterKind;
  readonly address: string;
  readonly width: PaperWidth;
  readonly profile: PrinterProfileName;
  readonly isDefault: boolean;
  readonly hasDrawer: boolean;
  readonly printsSales: boolean;
}

const fresh: PrinterDraft = {
  name: '',
  kind: 'network',
  address: '',
  width: 80,
  profile: 'generic80',
  isDefault: true,
  hasDrawer: false,
  printsSales: true,
};

const isKind = (text: string | null): text is PrinterKind => printerKinds.some((kind) => kind === text);
const isProfile = (text: string | null): text is PrinterProfileName =>
  printerProfileNames.some((name) => name === text);

/** How a printer is reached and what it is. */
export function PrinterDialog({ printer, onClose }: { printer: Printer | null; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<PrinterDraft>(printer ? draftOf(printer) : fresh);
  const { draft, set, errors } = form;
  const isForLabels = isLabelProfile(draft.profile);
  const queues = useLive('printing.systemQueues', {});
  const command = useFormCommand('printing.savePrinter', form, {
    words: ({ code, params }) =>
      code === 'bad_value' && params.field === 'address' ? { address: t('office.printers.badAddress') } : null,
  });
  const findErrors = (): FieldErrors<PrinterDraft> => ({
    ...(draft.name.trim() === '' ? { name: t('office.printers.missingName') } : {}),
    ...(draft.kind === 'simulator' && isForLabels ? { profile: t('office.printers.noLabelsOnScreen') } : {}),
    ...(draft.kind !== 'simulator' && draft.address.trim() === '' ? { address: t('office.printers.badAddress') } : {}),
  });
  const save = async () => {
    const outcome = await command.run({ ...(printer && { id: printer.id }), ...draft, name: draft.name.trim() });
    if (outcome.ok) toast.done(() => t('office.savedNamed', { name: outcome.value.name }));
    return outcome.ok;
  };
  const chooseKind = (kind: PrinterKind) => {
    set('kind', kind);
    set('address', '');
  };
  return (
    <DialogForm
      title={printer?.name ?? t('office.printers.add')}
      form={form}
      findErrors={findErrors}
      pending={command.pending}
      onSave={save}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('office.printers.name')}
        placeholder={t('office.printers.nameExample')}
        required
        {...textOf(form, 'name')}
      />
      <Select
        label={t('office.printers.kind')}
        allowDeselect={false}
        data={printerKinds.map((kind) => ({ value: kind, label: t(`office.printers.kinds.${kind}`) }))}
        value={draft.kind}
        onChange={(kind) => isKind(kind) && chooseKind(kind)}
      />
      {draft.kind !== 'simulator' && (
        <Autocomplete
          label={t('office.printers.address')}
          description={t(`office.printers.addresses.${draft.kind}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          spellCheck={false}
          maxLength={200}
          data={draft.kind === 'queue' && queues.state === 'ready' ? [...queues.data] : []}
          value={draft.address}
          onChange={(address) => set('address', address)}
          error={errors.address}
        />
      )}
      <FieldPair>
        <Select
          disabled={isForLabels}
          label={t('office.printers.width')}
          allowDeselect={false}
          data={[
            { value: '80', label: t('office.printers.widths.wide') },
            { value: '58', label: t('office.printers.widths.narrow') },
          ]}
          value={String(draft.width)}
          onChange={(width) => set('width', width === '58' ? 58 : 80)}
        />
        <Select
          label={t('office.printers.profile')}
          allowDeselect={false}
          data={printerProfileNames.map((name) => ({ value: name, label: t(`office.printers.profiles.${name}`) }))}
          value={draft.profile}
          onChange={(profile) => isProfile(profile) && set('profile', profile)}
          error={errors.profile}
        />
      </FieldPair>
      <p className={styles.quiet}>{t(isForLabels ? 'office.printers.labelsOnly' : 'office.printers.profileHint')}</p>
      {!isForLabels && (
        <>
          <Switch label={t('office.printers.isDefault')} {...switchOf(form, 'isDefault')} />
          <Switch
            label={t('office.printers.printsSales')}
            description={t('office.printers.printsSalesHint')}
            {...switchOf(form, 'printsSales')}
          />
          <Switch label={t('office.printers.hasDrawer')} {...switchOf(form, 'hasDrawer')} />
        </>
      )}
    </DialogForm>
  );
}

function draftOf({ id: _id, state: _state, ...draft }: Printer): PrinterDraft {
  return draft;
}
