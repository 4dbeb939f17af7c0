import { Link, useLocation } from 'wouter';
import styles from './Sections.module.css';

interface Props {
  /** Names the group for a screen reader. */
  readonly label: string;
  readonly sections: readonly (readonly [path: string, title: string])[];
}

/** Screens that belong together, side by side under the page's title. */
export function Sections({ label, sections }: Props) {
  const [location] = useLocation();
  return (
    <nav className={styles.root} aria-label={label}>
      {sections.map(([path, title]) => (
        <Link
          key={path}
          href={path}
          className={styles.link ?? ''}
          aria-current={location === path ? 'page' : undefined}
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
