import type { SystemStatus } from '@shared/contract';
import { Activity, lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { Frame } from './frame';
import { i18n, speak } from './i18n';
import { useLive } from './live';
import { type AtDoor, useKeptPage } from './lock';
import { askBeforeLeaving } from './office/leave/guard';
import { whenUp } from './ready';
import { type AtTill, ShopContext } from './shop';
import { useKeysOf } from './shortcuts';
import { SignIn } from './sign-in';
import { ErrorBoundary, FailureState } from './ui';

const FirstRun = lazy(() => import('./first-run'));
const Trouble = lazy(() => import('./trouble'));
const Toasts = lazy(() => whenUp().then(() => import('./ui/toasts')));

/** Which of the four situations there is; main decides, and says so again whenever it changes. */
export function App() {
  const status = useLive('system.status', {});
  const [isOpening, setIsOpening] = useState(false);
  return (
    <ErrorBoundary screen="app">
      <Suspense fallback={null}>
        {status.data && <Situation status={status.data} isOpening={isOpening} onOpening={setIsOpening} />}
      </Suspense>
      {status.state === 'failed' && !status.data && <FailureState failure={status.failure} onRetry={status.retry} />}
      <Suspense fallback={null}>
        <Toasts />
      </Suspense>
    </ErrorBoundary>
  );
}

interface SituationProps {
  readonly status: SystemStatus;
  /** The first run is making the shop. */
  readonly isOpening: boolean;
  readonly onOpening: (isOpening: boolean) => void;
}

function Situation({ status, isOpening, onOpening }: SituationProps) {
  useShopLanguage(status);
  // A sample shop is there, and locked, long before its shelves are full: the first run stays until they are.
  if (isOpening && status.phase === 'locked') return <FirstRun locale={status.shop.language} onOpening={onOpening} />;
  switch (status.phase) {
    case 'trouble':
      return <Trouble trouble={status.trouble} />;
    case 'first-run':
      return <FirstRun locale={status.locale} onOpening={onOpening} />;
    case 'locked':
    case 'ready':
      return <Door status={status} />;
  }
}

/**
 * Whoever locks the till finds their page as they left it, with all that was typed. Until then it is not painted, not in the
 * accessibility tree, takes no keys and asks nothing; whoever else signs in never gets to see it.
 */
function Door({ status }: { status: AtDoor }) {
  const page = useKeptPage(status);
  return (
    <>
      <Activity mode={status.phase === 'ready' ? 'visible' : 'hidden'}>
        {page && <Till {...page} key={page.user.staffId} />}
      </Activity>
      {status.phase === 'locked' && <SignIn shop={status.shop} terminal={status.terminal} training={status.training} />}
    </>
  );
}

function Till({ shop, terminal, training, user, version }: AtTill) {
  useKeysOf(user.staffId);
  const till = useMemo<AtTill>(
    () => ({ shop, terminal, training, user, version }),
    [shop, terminal, training, user, version],
  );
  return (
    <ShopContext value={till}>
      <Router hook={useHashLocation} aroundNav={askBeforeLeaving}>
        <Frame />
      </Router>
    </ShopContext>
  );
}

function useShopLanguage(status: SystemStatus): void {
  const language = status.phase === 'ready' || status.phase === 'locked' ? status.shop.language : null;
  useEffect(() => {
    if (language && language !== i18n.language) void speak(language);
  }, [language]);
}
