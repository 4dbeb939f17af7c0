import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, FormFoot } from '../../ui/office';
import styles from './DialogForm.module.css';
import type { Draft, FieldErrors } from './draft';
import type { Form } from './useForm';

interface Props<D extends Draft> {
  readonly title: string;
  readonly form: Form<D>;
  /** What is wrong before main is asked. */
  readonly findErrors?: () => FieldErrors<D>;
  /** Asks main; true when it is done and the dialog may go. */
  readonly onSave: () => Promise<boolean>;
  readonly pending: boolean;
  /** The verb, where it is not "Save". */
  readonly action?: string;
  /** The way back in words, where "Cancel" could be taken for the deed. */
  readonly back?: string;
  /** It ends something. */
  readonly isLoss?: boolean;
  readonly size?: string;
  /** The dialog has gone. */
  readonly onClose: () => void;
  /** The fields; the first has `data-autofocus`. */
  readonly children: ReactNode;
}

/** A dialog that is a form: fields below each other, Cancel and Save at its foot, Enter saves. */
export function DialogForm<D extends Draft>(props: Props<D>) {
  const { title, form, findErrors, onSave, pending, action, back, isLoss, size, onClose, children } = props;
  const { t } = useTranslation();
  const [opened, setOpened] = useState(true);
  const close = () => setOpened(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.isReady(findErrors?.() ?? {}) || pending) return;
    if (await onSave()) close();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      onExitTransitionEnd={onClose}
      title={title}
      {...(size !== undefined && { size })}
    >
      <form ref={form.ref} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {children}
        <FormFoot>
          <Button variant="default" onClick={close}>
            {back ?? t('common.cancel')}
          </Button>
          <Button type="submit" loading={pending} {...(isLoss && { color: 'var(--loss-fill)' })}>
            {action ?? t('common.save')}
          </Button>
        </FormFoot>
      </form>
    </Dialog>
  );
}

/** Two fields side by side. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>;
}
