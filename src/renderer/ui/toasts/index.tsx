import '../../theme/office.css';
import { Button } from '@mantine/core';
import { Notifications, notifications, useNotifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { words } from '../../i18n';
import styles from './Toasts.module.css';

/** What a person is told in passing. */
export interface Toast {
  readonly tone: 'info' | 'done' | 'attention' | 'loss';
  readonly text: string;
  /** The way back: a button on the toast. */
  readonly undo?: () => void;
}

const icons = { info: IconInfoCircle, done: IconCheck, attention: IconAlertTriangle, loss: IconX };

/** Where toasts appear: bottom right, but never over the counter's keys, the total or a primary button (Toasts.module.css). */
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

const undoable = new Set<string>();

/** Takes away every toast that offers a way back. */
export function hideUndo(): void {
  for (const id of undoable) notifications.hide(id);
  undoable.clear();
}

export function hideAll(): void {
  notifications.clean();
  notifications.cleanQueue();
  undoable.clear();
}

export function showToast({ tone, text, undo }: Toast): void {
  const Icon = icons[tone];
  const id = `${tone}:${text}`;
  const back = () => {
    notifications.hide(id);
    undo?.();
  };
  notifications.hide(id);
  if (undo) undoable.add(id);
  notifications.show({
    id,
    icon: <Icon size={20} stroke={1.75} />,
    withBorder: true,
    autoClose: tone === 'loss' || undo ? 8000 : 4000,
    classNames: { root: styles.toast ?? '', icon: styles.icon ?? '', closeButton: styles.close ?? '' },
    attributes: { root: { 'data-tone': tone } },
    closeButtonProps: { 'aria-label': words('common.close') },
    message: (
      <span className={styles.message}>
        <span data-selectable>{text}</span>
        {undo && (
          <Button className={styles.undo ?? ''} size="sm" variant="light" onClick={back}>
            {words('common.undo')}
          </Button>
        )}
      </span>
    ),
  });
}
