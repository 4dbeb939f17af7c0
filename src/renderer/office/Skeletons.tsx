import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import styles from './Skeletons.module.css';

/** The outline of what is coming. Under 300 ms there is nothing at all: a flash is worse than a moment of paper. */
export function Skeletons({ rows = 6 }: { rows?: number }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!slow) return null;
  return (
    <div className={styles.root} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same and never move
        <Skeleton key={row} height={36} animate={false} />
      ))}
    </div>
  );
}
