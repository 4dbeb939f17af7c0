import type { Joining } from '@shared/contract';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useLive } from '../../live';
import { markReady } from '../../ready';
import { FailureState, Mark } from '../../ui';
import { Asking } from './Asking';
import { Compare } from './Compare';
import { Copying } from './Copying';
import { Failed } from './Failed';
import { FindShop } from './FindShop';
import styles from './join.module.css';

interface Props {
  /** Back to opening a shop of one's own. */
  readonly onBack: () => void;
  /** True while the shop is on its way here: until the copy is whole there is nobody to sign in. */
  readonly onOpening: (isOpening: boolean) => void;
}

/** A second till: find the shop, compare six digits, copy, sign in. */
export function JoinShop({ onBack, onOpening }: Props) {
  const { t } = useTranslation();
  const joining = useLive('network.joining', {});
  const cancel = useCommand('network.cancelJoin');
  const state = joining.data?.state;
  const isCopying = state === 'copying';

  useEffect(() => {
    if (!isCopying) return;
    onOpening(true);
    return () => onOpening(false);
  }, [isCopying, onOpening]);
  useEffect(() => markReady('first-run'), []);

  const leave = async () => {
    if (state === 'failed') await cancel.run({});
    onBack();
  };
  return (
    <main className={styles.root}>
      <header className={styles.head}>
        <Mark size={32} />
        <div>
          <h1 className={styles.title}>{t('network.join.title')}</h1>
          {state && state !== 'failed' && <div className={styles.step}>{t('network.join.step', steps[state])}</div>}
        </div>
      </header>
      <section className={styles.sheet} aria-live="polite">
        {joining.state === 'failed' && <FailureState failure={joining.failure} onRetry={joining.retry} />}
        {joining.data && <Step joining={joining.data} onBack={() => void leave()} onStop={() => void cancel.run({})} />}
      </section>
    </main>
  );
}

const steps = {
  idle: { step: 1, steps: 3 },
  connecting: { step: 1, steps: 3 },
  comparing: { step: 2, steps: 3 },
  copying: { step: 3, steps: 3 },
  done: { step: 3, steps: 3 },
} as const;

interface StepProps {
  readonly joining: Joining;
  readonly onBack: () => void;
  readonly onStop: () => void;
}

function Step({ joining, onBack, onStop }: StepProps): ReactNode {
  switch (joining.state) {
    case 'idle':
      return <FindShop onBack={onBack} />;
    case 'connecting':
      return <Asking address={joining.address} onStop={onStop} />;
    case 'comparing':
      return <Compare {...joining} onStop={onStop} />;
    case 'copying':
      return <Copying {...joining} />;
    case 'done':
      return <Copying shop={joining.shop} progress={null} />;
    case 'failed':
      return <Failed reason={joining.reason} onAgain={onStop} onBack={onBack} />;
  }
}
