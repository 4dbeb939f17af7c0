import { Button, Drawer, TextInput } from '@mantine/core';
import type { Customer } from '@shared/contract';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { useMay } from '../../shop';
import { ShortcutScope } from '../../shortcuts';
import { toast } from '../../ui';
import { MoneyInput } from '../../ui/office';
import { PartyFields, useForm, useFormCommand } from '../form';
import { useRemoval } from '../parts';
import styles from './customers.module.css';
import { type CustomerDraft, draftOf, findErrors, inputOf } from './draft';

interface Props {
  /** Null: a new one. */
  readonly customer: Customer | null;
  /** What was typed before, when it comes back by "undo". */
  readonly draft?: CustomerDraft;
  /** With what was typed and not saved, if anything was. */
  readonly onClose: (unsaved: CustomerDraft | null) => void;
}

/** One customer beside the list. Closing it never loses what was typed: it can be taken back. */
export function CustomerDrawer({ customer, draft: start, onClose }: Props) {
  const { t } = useTranslation();
  const mayEdit = useMay('customers.edit');
  const [opened, setOpened] = useState(true);
  const [unsaved, setUnsaved] = useState<CustomerDraft | null>(null);
  const form = useForm(draftOf(customer), start);
  const { draft, set, errors } = form;
  const remove = useRemoval('customers.remove');
  const restore = useCommand('customers.restore');
  const command = useFormCommand('customers.save', form);
  const close = (left: CustomerDraft | null) => {
    setUnsaved(left);
    setOpened(false);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.isReady(findErrors(draft, t)) || command.pending) return;
    const outcome = await command.run(inputOf(draft, customer?.id));
    if (!outcome.ok) return;
    toast.done(() => t('office.savedNamed', { name: outcome.value.name }));
    close(null);
  };
  const onRestore = async () => {
    if (!customer || !(await restore.run({ id: customer.id })).ok) return;
    toast.done(() => t('common.restored', { name: customer.name }));
    close(null);
  };
  return (
    <Drawer
      opened={opened}
      onClose={() => close(form.dirty ? draft : null)}
      onExitTransitionEnd={() => onClose(unsaved)}
      position="right"
      size={440}
      overlayProps={{ backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 160 }}
      classNames={{ title: styles.title ?? '' }}
      title={customer?.name ?? t('office.customers.create')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // Its head is not the page's banner.
      attributes={{ header: { role: 'presentation' } }}
    >
      <ShortcutScope>
        <form ref={form.ref} className={styles.form} onSubmit={(event) => void save(event)} noValidate>
          <PartyFields
            draft={draft}
            errors={errors}
            onText={(field, text) => set(field, text)}
            onState={(code) => set('stateCode', code)}
            beside={
              <MoneyInput
                label={t('office.customers.creditLimit')}
                placeholder={t('office.customers.noLimit')}
                value={draft.creditLimit}
                onChange={(limit) => set('creditLimit', limit)}
                error={errors.creditLimit}
              />
            }
          >
            <TextInput
              label={t('office.khata.creditDays')}
              placeholder={t('office.khata.shopDays')}
              inputMode="numeric"
              maxLength={4}
              value={draft.creditDays}
              onChange={(event) => set('creditDays', event.currentTarget.value)}
              error={errors.creditDays}
            />
          </PartyFields>
          {mayEdit && (
            <div className={styles.foot}>
              {customer && !customer.deleted && (
                <Button
                  variant="subtle"
                  color="gray"
                  leftSection={<IconTrash size={18} stroke={1.6} />}
                  onClick={() => void remove(customer.id, customer.name).then((removed) => removed && close(null))}
                >
                  {t('common.remove')}
                </Button>
              )}
              {customer?.deleted && (
                <Button variant="default" onClick={() => void onRestore()}>
                  {t('common.restore')}
                </Button>
              )}
              <Button className={styles.push ?? ''} type="submit" loading={command.pending}>
                {t('common.save')}
              </Button>
            </div>
          )}
        </form>
      </ShortcutScope>
    </Drawer>
  );
}
