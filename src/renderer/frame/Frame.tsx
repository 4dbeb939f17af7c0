import { UnstyledButton } from '@mantine/core';
import { isAllowed } from '@shared/roles';
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { ApprovalHost } from '../approval';
import { ClockHost } from '../clock';
import { Counter } from '../counter';
import { isEvent, useEvents } from '../live';
import { AutoLock } from '../lock';
import { markReady, whenUp } from '../ready';
import { ShiftHost } from '../shift';
import { useTill } from '../shop';
import { TrainingBand, TrainingHost } from '../training';
import { ErrorBoundary, toast } from '../ui';
import styles from './Frame.module.css';
import { OfficeScans } from './OfficeScans';
import { loadPalette, PaletteHost } from './PaletteHost';
import { Rail } from './Rail';
import { type Screen, screens } from './screens';
import { TopBar } from './TopBar';

const lazies = new Map<Screen, ComponentType>(screens.map((screen) => [screen, lazy(screen.load)]));

/** The house around every screen: who and what above, where to go at the side. */
export function Frame() {
  const { t } = useTranslation();
  const { user, training } = useTill();
  const { role } = user;
  const allowed = screens.filter((screen) => isAllowed(role, screen.permission));
  const home = isAllowed(role, 'sell') ? '/' : (allowed[0]?.path ?? '/');
  const [, navigate] = useLocation();
  useEvents(isEvent('navigate'), ({ to }) => navigate(to));
  useEvents(isEvent('sync:taken'), ({ name, terminal }) =>
    toast.news(() =>
      terminal === null ? t('network.takenDropped', { name }) : t('network.taken', { name, terminal }),
    ),
  );
  usePrefetch();
  return (
    <div className={styles.root} data-training={training || undefined}>
      <UnstyledButton className={styles.skip ?? ''} onClick={() => document.getElementById('main')?.focus()}>
        {t('frame.skip')}
      </UnstyledButton>
      {training && <TrainingBand />}
      {/* Before the screens: what takes its key for itself is mounted later, also when all wake from the lock. */}
      <PaletteHost screens={allowed} />
      <TopBar />
      <Rail />
      <main id="main" tabIndex={-1} className={styles.main}>
        <Switch>
          <Route path="/">{home === '/' ? <CounterRoute /> : <Redirect to={home} />}</Route>
          {allowed.map((screen) => (
            <Route key={screen.path} path={`${screen.path}/*?`}>
              <OfficeRoute screen={screen} />
            </Route>
          ))}
          <Route>
            <Redirect to={home} />
          </Route>
        </Switch>
      </main>
      <ShiftHost />
      <ClockHost />
      <ApprovalHost />
      <AutoLock />
      <TrainingHost />
    </div>
  );
}

function CounterRoute() {
  return (
    <ErrorBoundary screen="counter">
      <Counter />
    </ErrorBoundary>
  );
}

function OfficeRoute({ screen }: { screen: Screen }) {
  const Content = lazies.get(screen);
  if (!Content) return null;
  return (
    <ErrorBoundary screen={screen.name} key={screen.path}>
      <Suspense fallback={null}>
        <Content />
        <OfficeScans />
        <MarkOffice />
      </Suspense>
    </ErrorBoundary>
  );
}

function MarkOffice() {
  useEffect(() => markReady('office'), []);
  return null;
}

/** Once the counter is there and has been idle for a moment, fetches the other screens, so that none is waited for. */
function usePrefetch(): void {
  useEffect(() => {
    let handle: number | undefined;
    let isGone = false;
    void whenUp().then(() => {
      if (isGone) return;
      handle = requestIdleCallback(() => {
        for (const screen of screens) void screen.load();
        void loadPalette();
      });
    });
    return () => {
      isGone = true;
      if (handle !== undefined) cancelIdleCallback(handle);
    };
  }, []);
}
