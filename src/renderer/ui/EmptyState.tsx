import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface Props {
  readonly icon?: ReactNode;
  readonly title: string;
  /** It stands for the whole page, so its title is the page's. */
  readonly page?: boolean;
  /** What this place is for, and how the first thing gets here. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** An empty place that teaches. */
export function EmptyState({ icon, title, page = false, children, action }: Props) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className={styles.root}>
      {icon && <div className={styles.icon}>{icon}</div>}
      <Title className={styles.title}>{title}</Title>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
