import { isAllowed } from '@shared/roles';
import { IconCashRegister, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useSyncStatus } from '../live';
import { useIsUp } from '../ready';
import { useTill } from '../shop';
import styles from './Rail.module.css';
import { screens } from './screens';

/** Where to go. Only what the person's role may see. */
export function Rail() {
  const { t } = useTranslation();
  const { user } = useTill();
  const attention = useSyncStatus().data?.attention ?? 0;
  // Its place is there from the first frame; who starts a till at the counter is at the counter.
  const isUp = useIsUp();
  return (
    <nav className={styles.root} aria-label={t('frame.nav.label')}>
      {isUp && isAllowed(user.role, 'sell') && (
        <Entry path="/" label={t('frame.nav.counter')} icon={IconCashRegister} />
      )}
      {screens
        .filter((screen) => isUp && screen.inRail && isAllowed(user.role, screen.permission))
        .map((screen) => (
          <Entry
            key={screen.path}
            path={screen.path}
            label={t(`frame.nav.${screen.name}`)}
            icon={screen.icon}
            count={screen.name === 'attention' ? attention : 0}
            inBar={screen.name === 'alerts'}
          />
        ))}
    </nav>
  );
}

interface EntryProps {
  readonly path: string;
  readonly label: string;
  readonly icon: TablerIcon;
  /** How many there want attention. */
  readonly count?: number;
  /** The top bar leads there too. */
  readonly inBar?: boolean;
}

function Entry({ path, label, icon: Icon, count = 0, inBar = false }: EntryProps) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const here = path === '/' ? location === '/' : location.startsWith(path);
  return (
    <Link
      href={path}
      className={styles.entry ?? ''}
      aria-current={here ? 'page' : undefined}
      data-in-bar={inBar || undefined}
    >
      <Icon size={22} stroke={1.6} aria-hidden="true" />
      <span className={styles.label}>{label}</span>
      {count > 0 && (
        <>
          <span className={styles.count} aria-hidden="true">
            {count > 99 ? '99+' : count}
          </span>
          <span className="unseen">{t('network.wantsAttention', { count })}</span>
        </>
      )}
    </Link>
  );
}
