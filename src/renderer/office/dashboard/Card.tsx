import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import styles from './dashboard.module.css';

interface Props {
  readonly title: string;
  /** Where there is more of it. */
  readonly to: string;
  readonly children: ReactNode;
}

export function Card({ title, to, children }: Props) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        <Link href={to} className={styles.link ?? ''}>
          {title}
        </Link>
      </h2>
      {children}
    </section>
  );
}
