import { isAllowed } from '@shared/roles';
import { IconBasket, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useIsUp } from '../ready';
import { useTill } from '../shop';
import styles from './Rail.module.css';
import { type Screen, screens } from './screens';
import { useUnread } from './useUnread';

/** Where to go. Only what the person's role may see. */
export function Rail() {
  const { t } = useTranslation();
  const { user } = useTill();
  // Its place is there from the first frame; who starts a till at the counter is at the counter.
  const isUp = useIsUp();
  return (
    <nav className={styles.root} aria-label={t('frame.nav.label')}>
      {isUp && isAllowed(user.role, 'sell') && <Entry path="/" label={t('frame.nav.counter')} icon={IconBasket} />}
      {screens
        .filter((screen) => isUp && screen.inRail && isAllowed(user.role, screen.permission))
        .map((screen) =>
          screen.name === 'alerts' ? (
            <AlertsEntry key={screen.path} screen={screen} />
          ) : (
            <Entry key={screen.path} path={screen.path} label={t(`frame.nav.${screen.name}`)} icon={screen.icon} />
          ),
        )}
    </nav>
  );
}

/** By itself: only it is drawn again when there is one more. */
function AlertsEntry({ screen: { path, icon } }: { screen: Screen }) {
  const { t } = useTranslation();
  return <Entry path={path} label={t('frame.nav.alerts')} icon={icon} count={useUnread()} />;
}

interface EntryProps {
  readonly path: string;
  readonly label: string;
  readonly icon: TablerIcon;
  /** How many there are to look at. */
  readonly count?: number;
}

function Entry({ path, label, icon: Icon, count = 0 }: EntryProps) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const here = path === '/' ? location === '/' : placesOf(path).some((place) => location.startsWith(place));
  return (
    <Link href={path} className={styles.entry ?? ''} aria-current={here ? 'page' : undefined}>
      <Icon size={22} stroke={1.6} aria-hidden="true" />
      <span className={styles.label}>{label}</span>
      {count > 0 && (
        <>
          <span className={styles.count} aria-hidden="true">
            {count > 99 ? '99+' : count}
          </span>
          <span className="unseen">{t('frame.alerts', { count })}</span>
        </>
      )}
    </Link>
  );
}

/** The screen and what is reached from it. */
const placesOf = (path: string): string[] => [
  path,
  ...screens.filter(({ within }) => within === path).map((screen) => screen.path),
];
