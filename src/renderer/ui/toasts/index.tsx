import '../../theme/office.css';
import { Button, VisuallyHidden } from '@mantine/core';
import { Notifications, notifications, useNotifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { belong, forget, hideAll, hideUndo, type Say, staysFor, type Toast } from './belonging';
import styles from './Toasts.module.css';

export { hideAll, hideUndo, type Say, type Toast };

const icons = { info: IconInfoCircle, done: IconCheck, attention: IconAlertTriangle, loss: IconX };

/** Where toasts appear: never over the counter's keys, the total, a primary button, a dialog or the shop's name (Toasts.module.css). */
export default function Toasts() {
  const { notifications: shown } = useNotifications();
  const isAny = shown.length > 0;
  useEffect(() => {
    // Its place is in the document once there is something in it.
    const place = isAny && document.querySelector(`.${styles.place}[data-position="bottom-right"]`);
    if (!place) return;
    const observer = new ResizeObserver(([entry]) =>
      document.documentElement.style.setProperty('--toasts-height', `${entry?.contentRect.height ?? 0}px`),
    );
    observer.observe(place);
    return () => {
      observer.disconnect();
      document.documentElement.style.removeProperty('--toasts-height');
    };
  }, [isAny]);
  return (
    <Notifications
      position="bottom-right"
      containerWidth="var(--toasts-width)"
      limit={3}
      autoClose={5000}
      // A page that is drawing an entrance keeps the next scan waiting.
      transitionDuration={0}
      zIndex={400}
      className={styles.place ?? ''}
    />
  );
}

let count = 0;

export function showToast(toast: Toast): void {
  const { tone } = toast;
  const Icon = icons[tone];
  const id = `toast-${++count}`;
  belong(id, toast);
  notifications.show({
    id,
    icon: <Icon size={20} stroke={1.75} />,
    withBorder: true,
    autoClose: staysFor(toast),
    onClose: () => forget(id),
    classNames: { root: styles.toast ?? '', icon: styles.icon ?? '', closeButton: styles.close ?? '' },
    attributes: { root: { 'data-tone': tone } },
    closeButtonProps: { children: <Close /> },
    message: <Message id={id} {...toast} />,
  });
}

/** What its button is called, drawn again in another language. */
function Close() {
  const { t } = useTranslation();
  return <VisuallyHidden>{t('common.close')}</VisuallyHidden>;
}

function Message({ id, say, undo }: Toast & { readonly id: string }) {
  // Drawn again in another language.
  const { t } = useTranslation();
  return (
    <span className={styles.message}>
      <span data-selectable>{say()}</span>
      {undo && (
        <Button
          className={styles.undo ?? ''}
          size="sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {t('common.undo')}
        </Button>
      )}
    </span>
  );
}
