import type { OrderPush, PushEvent } from '@shared/contract';
import { useEvents } from './events';

type StageChange = Extract<PushEvent & OrderPush, { type: 'order:stage_change' }>;

/** Hears that an order has moved, here or at another till, as long as the component is on the screen. */
export function useOrderStage(orderId: string, listener: (change: Pick<StageChange, 'from' | 'to'>) => void): void {
  useEvents(
    (event): event is StageChange => event.type === 'order:stage_change' && event.id === orderId,
    ({ from, to }) => listener({ from, to }),
  );
}
