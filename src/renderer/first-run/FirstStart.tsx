import { useState } from 'react';
import { useLive } from '../live';
import { FirstRun } from './FirstRun';
import { JoinShop } from './join';

interface Props {
  readonly locale: string;
  /** True from the moment the shop is being made, or copied, until it can be used. */
  readonly onOpening: (isOpening: boolean) => void;
}

/** A shop of one's own, or one that is on another till already. What was begun before a restart is gone on with. */
export function FirstStart({ locale, onOpening }: Props) {
  const joining = useLive('network.joining', {});
  const [isJoining, setIsJoining] = useState(false);
  const isUnderWay = joining.data !== undefined && joining.data.state !== 'idle';
  if (isJoining || isUnderWay) return <JoinShop onBack={() => setIsJoining(false)} onOpening={onOpening} />;
  return <FirstRun locale={locale} onOpening={onOpening} onJoin={() => setIsJoining(true)} />;
}
