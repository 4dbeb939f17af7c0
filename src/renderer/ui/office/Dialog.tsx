import { Button, Modal, type ModalProps } from '@mantine/core';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOnTop, ShortcutScope } from '../../shortcuts';
import styles from './Dialog.module.css';

/** A dialog: while it is open, the shortcuts of the screen below sleep. Esc closes it. */
export function Dialog({ children, onClose, ...props }: ModalProps) {
  const { t } = useTranslation();
  const [scope] = useState(() => Symbol('dialog'));
  return (
    <Modal
      classNames={{
        content: styles.content ?? '',
        header: styles.header ?? '',
        title: styles.title ?? '',
        body: styles.body ?? '',
      }}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // A dialog's head is not the page's banner.
      attributes={{ header: { role: 'presentation' } }}
      {...props}
      // Every open dialog hears Esc; it is meant for the one on top.
      onClose={() => isOnTop(scope) && onClose()}
    >
      <ShortcutScope scope={scope}>
        <FirstFocus />
        <ReturnFocus />
        {children}
      </ShortcutScope>
    </Modal>
  );
}

/** Without a field that wants the focus it goes to the first thing in the dialog that can be used, not to its ×. */
function FirstFocus() {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const body = place.current?.parentElement;
    if (!body || body.querySelector('[data-autofocus]')) return;
    body.querySelector(usable)?.setAttribute('data-autofocus', 'true');
  }, []);
  return <span ref={place} hidden />;
}

const usable = 'a[href], button:enabled, input:enabled, textarea:enabled, [tabindex="0"]';

/** Where the focus was when the dialog came up is where it belongs when it goes, unless a person was quicker to put it elsewhere. */
function ReturnFocus() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isNowhere = document.activeElement === null || document.activeElement === document.body;
      if (isNowhere && before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
  return null;
}

interface ConfirmProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen and what will not. */
  readonly children: ReactNode;
  /** The verb: "Remove", not "OK". */
  readonly action: string;
  readonly loss?: boolean;
  readonly pending?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** For what cannot be undone. Whatever can be is undone afterwards: `toast.undo`. */
export function ConfirmDialog({
  opened,
  title,
  children,
  action,
  loss = false,
  pending = false,
  onConfirm,
  onClose,
}: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <div className={styles.text}>{children}</div>
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button color={loss ? 'var(--loss-fill)' : 'ink'} loading={pending} onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
