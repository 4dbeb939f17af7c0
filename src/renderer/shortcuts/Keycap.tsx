import { useKeyOf } from './chosen';
import styles from './Keycap.module.css';
import { labelOf, type ShortcutId } from './keys';

interface Props {
  readonly of: ShortcutId;
  /** Nothing beside it says the same in words, so it is read out too. */
  readonly spoken?: boolean;
}

/** A key that cannot be chosen, by what is written on it. */
export function FixedKey({ name }: { name: string }) {
  return <kbd className={styles.key}>{name}</kbd>;
}

/** A key as it looks on the keyboard: the one that the person at the till chose for it. */
export function Keycap({ of, spoken = false }: Props) {
  const key = useKeyOf(of);
  return (
    <kbd className={styles.key} aria-hidden={!spoken}>
      {labelOf(key)}
    </kbd>
  );
}
