import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useMay } from '../../shop';
import styles from './terminals.module.css';

/** The tills, and the line between them. */
export function Sections() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const sections = [
    ...(useMay('settings.edit') ? [['/terminals', t('network.terminals.title')] as const] : []),
    ['/connection', t('network.connection.title')] as const,
  ];
  return (
    <nav className={styles.sections} aria-label={t('network.terminals.sections')}>
      {sections.map(([path, label]) => (
        <Link
          key={path}
          href={path}
          className={styles.section ?? ''}
          aria-current={location === path ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
