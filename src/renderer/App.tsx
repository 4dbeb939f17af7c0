import type { SystemStatus } from '@shared/contract';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { Frame } from './frame';
import { i18n, speak } from './i18n';
import { useLive } from './live';
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
      return <SignIn shop={status.shop} terminal={status.terminal} training={status.training} />;
    case 'ready':
      return <Till {...status} key={status.user.staffId} />;
  }
}

function Till({ shop, terminal, training, user, version }: AtTill) {
  const client = useQueryClient();
  useKeysOf(user.staffId);
  const till = useMemo<AtTill>(
    () => ({ shop, terminal, training, user, version }),
    [shop, terminal, training, user, version],
  );
  useEffect(() => {
    // What one person saw is not kept for the next, who may be allowed less.
    return () => client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'system.status' });
  }, [client]);
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
