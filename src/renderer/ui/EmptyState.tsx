import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface Props {
  readonly icon?: ReactNode;
  readonly title: string;
  /** What this place is for, and how the first thing gets here. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** An empty place that teaches. */
export function EmptyState({ icon, title, children, action }: Props) {
  return (
    <div className={styles.root}>
      {icon && <div className={styles.icon}>{icon}</div>}
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
