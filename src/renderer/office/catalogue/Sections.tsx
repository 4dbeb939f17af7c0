import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import styles from './Sections.module.css';

const sections = [
  ['/products', 'products'],
  ['/products/categories', 'categories'],
  ['/products/brands', 'brands'],
  ['/products/taxes', 'taxes'],
] as const;

/** Products and what describes them: four lists side by side. */
export function Sections() {
  const { t } = useTranslation();
  const [location] = useLocation();
  return (
    <nav className={styles.root} aria-label={t('office.products.sections.label')}>
      {sections.map(([path, name]) => (
        <Link
          key={path}
          href={path}
          className={styles.link ?? ''}
          aria-current={location === path ? 'page' : undefined}
        >
          {t(`office.products.sections.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
