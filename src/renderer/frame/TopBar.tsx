import { UnstyledButton } from '@mantine/core';
import { IconBell, IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PrinterChip } from '../printing';
import { useIsUp, whenUp } from '../ready';
import { ShiftChip } from '../shift';
import { useFormat, useTill } from '../shop';
import { Mark } from '../ui';
import { SyncState } from './SyncState';
import styles from './TopBar.module.css';
import { useOverdueEachDay, useUnread } from './useUnread';

/** When the counter has been painted: it is what is waited for. */
const TillMenu = lazy(() => whenUp().then(() => import('./TillMenu')));

/** Always visible: whose shop, how this till is connected, what wants attention, the time, who stands here. */
export function TopBar() {
  const { shop } = useTill();
  /** Pressed before the menu was there: it opens when it comes. */
  const [wanted, setWanted] = useState(false);
  return (
    <header className={styles.root}>
      <Mark />
      <span className={styles.shop}>{shop.name}</span>
      <SyncState />
      <span className={styles.space} />
      <ShiftChip />
      <PrinterChip />
      <Bell />
      <Clock />
      <Suspense fallback={<Person onClick={() => setWanted(true)} />}>
        <TillMenu startsOpen={wanted}>
          <Person />
        </TillMenu>
      </Suspense>
    </header>
  );
}

function Person(props: { readonly className?: string; readonly onClick?: () => void }) {
  const { t } = useTranslation();
  const { user } = useTill();
  return (
    <UnstyledButton {...props} className={styles.person ?? ''} aria-label={t('frame.menu', { name: user.name })}>
      {/* Drawn, not written: the button's words are the name alone. */}
      <span className={styles.initial} data-initial={[...user.name][0]} aria-hidden="true" />
      <span className={styles.name}>{user.name}</span>
      <IconChevronDown size={14} aria-hidden="true" />
    </UnstyledButton>
  );
}

function Bell() {
  const { t } = useTranslation();
  const open = useUnread();
  useOverdueEachDay();
  return (
    <Link
      href="/alerts"
      className={styles.bell ?? ''}
      aria-label={open > 0 ? t('frame.alerts', { count: open }) : t('frame.noAlerts')}
      data-open={open > 0 || undefined}
    >
      <IconBell size={20} stroke={1.6} aria-hidden="true" />
      {open > 0 && <span aria-hidden="true">{open > 99 ? '99+' : open}</span>}
    </Link>
  );
}

/** Minutes, not seconds: nothing on a counter should twitch. */
function Clock() {
  const format = useFormat();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), 60_000 - (now % 60_000));
    return () => clearTimeout(timer);
  }, [now]);
  // Dates take 10 ms to learn, and whoever starts the till has not come to see the time.
  const isUp = useIsUp();
  return <time className={styles.clock}>{isUp && format.dateTime(now)}</time>;
}
