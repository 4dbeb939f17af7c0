import '../../theme/office.css';
import { Button } from '@mantine/core';
import { Notifications, notifications, useNotifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { words } from '../../i18n';
import { belong, forget, hideAll, hideUndo } from './belonging';
import styles from './Toasts.module.css';

export { hideAll, hideUndo };

/** The sentence, asked for whenever it is drawn. One that is made already goes when the page begins to speak another language. */
export type Say = string | (() => string);

/** What a person is told in passing. */
export interface Toast {
  readonly tone: 'info' | 'done' | 'attention' | 'loss';
  readonly say: Say;
  /** The way back: a button on the toast. */
  readonly undo?: () => void;
  /** It comes from elsewhere and belongs to no page. */
  readonly isNews?: boolean;
}

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
  const { tone, undo } = toast;
  const Icon = icons[tone];
  const id = `toast-${++count}`;
  belong(id, toast);
  notifications.show({
    id,
    icon: <Icon size={20} stroke={1.75} />,
    withBorder: true,
    autoClose: tone === 'loss' || undo ? 8000 : 4000,
    onClose: () => forget(id),
    classNames: { root: styles.toast ?? '', icon: styles.icon ?? '', closeButton: styles.close ?? '' },
    attributes: { root: { 'data-tone': tone } },
    closeButtonProps: { 'aria-label': words('common.close') },
    message: <Message id={id} {...toast} />,
  });
}

function Message({ id, say, undo }: Toast & { readonly id: string }) {
  // Drawn again in another language.
  const { t } = useTranslation();
  return (
    <span className={styles.message}>
      <span data-selectable>{typeof say === 'string' ? say : say()}</span>
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
