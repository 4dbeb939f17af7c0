import type { Pairing } from '@shared/contract';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure, type CallFailure, call, liveKey, useLive } from '../../../live';
import { FailureState } from '../../../ui';
import { Dialog } from '../../../ui/office';
import { Skeletons } from '../../Skeletons';
import { Added } from './Added';
import { Asked } from './Asked';
import { NotAdded } from './NotAdded';
import { Waiting } from './Waiting';

/** As long as this dialog is on the screen the shop's door is open, and only here can it be said who comes in. */
export function AddTill({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const door = useDoor();
  return (
    <Dialog opened onClose={onClose} title={t('network.adding.title')} closeOnClickOutside={false} size="lg">
      {door.failure && <FailureState failure={door.failure} onRetry={door.openAgain} />}
      {!door.failure && !door.pairing && <Skeletons rows={3} />}
      {door.pairing && <Step pairing={door.pairing} onAgain={door.openAgain} onClose={onClose} />}
    </Dialog>
  );
}

interface Door {
  readonly pairing: Pairing | undefined;
  readonly failure: CallFailure | null;
  readonly openAgain: () => void;
}

/** Opens the door when the dialog comes, shuts it when the dialog goes. */
function useDoor(): Door {
  const client = useQueryClient();
  const [round, setRound] = useState(0);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  /** What stood there before the door was opened was about another till. */
  const [isOpen, setIsOpen] = useState(false);
  const pairing = useLive('network.pairing', {}, { enabled: isOpen });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round opens the door once more
  useEffect(() => {
    let isGone = false;
    const open = async () => {
      try {
        const opened = await call('network.openPairing', {});
        if (isGone) return;
        client.setQueryData(liveKey('network.pairing', {}), opened);
        setIsOpen(true);
      } catch (error) {
        if (!isGone) setFailure(asFailure(error));
      }
    };
    setFailure(null);
    setIsOpen(false);
    void open();
    return () => {
      isGone = true;
    };
  }, [client, round]);
  // A door that could not be shut shuts itself after a while.
  useEffect(() => () => void call('network.closePairing', {}).catch(() => undefined), []);
  return { pairing: isOpen ? pairing.data : undefined, failure, openAgain: () => setRound((now) => now + 1) };
}

interface StepProps {
  readonly pairing: Pairing;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

function Step({ pairing, onAgain, onClose }: StepProps): ReactNode {
  switch (pairing.state) {
    case 'open':
      return <Waiting {...pairing} onClose={onClose} />;
    case 'asking':
      return <Asked key={pairing.request.deviceName} {...pairing} onClose={onClose} />;
    case 'done':
      return (
        <Added name={pairing.terminal.name} series={pairing.terminal.series} onAgain={onAgain} onClose={onClose} />
      );
    case 'failed':
      return <NotAdded reason={pairing.reason} onAgain={onAgain} onClose={onClose} />;
    case 'closed':
      return <NotAdded reason="closed" onAgain={onAgain} onClose={onClose} />;
  }
}
