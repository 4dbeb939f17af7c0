import { isAllowed } from '@shared/roles';
import { IconCashRegister, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useTill } from '../shop';
import styles from './Rail.module.css';
import { screens } from './screens';

/** Where to go. Only what the person's role may see. */
export function Rail() {
  const { t } = useTranslation();
  const { user } = useTill();
  return (
    <nav className={styles.root} aria-label={t('frame.nav.label')}>
      {isAllowed(user.role, 'sell') && <Entry path="/" label={t('frame.nav.counter')} icon={IconCashRegister} />}
      {screens
        .filter((screen) => screen.inRail && isAllowed(user.role, screen.permission))
        .map((screen) => (
          <Entry key={screen.path} path={screen.path} label={t(`frame.nav.${screen.name}`)} icon={screen.icon} />
        ))}
    </nav>
  );
}

function Entry({ path, label, icon: Icon }: { path: string; label: string; icon: TablerIcon }) {
  const [location] = useLocation();
  const here = path === '/' ? location === '/' : location.startsWith(path);
  return (
    <Link href={path} className={styles.entry ?? ''} aria-current={here ? 'page' : undefined}>
      <Icon size={22} stroke={1.6} aria-hidden="true" />
      <span className={styles.label}>{label}</span>
    </Link>
  );
}
