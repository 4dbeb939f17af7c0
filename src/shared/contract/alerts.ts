import { z } from 'zod';
import type { AlertKind, AlertState } from '../entities';
import type { Quantity, UnitCode } from '../money';
import { command, query } from './call';
import type { Page } from './catalogue';
import { id, limit, offset } from './inputs';

export interface Alert {
  id: string;
  kind: AlertKind;
  state: AlertState;
  productId: string | null;
  product: string | null;
  unit: UnitCode | null;
  /** Stock when it was raised, and now. */
  quantity: Quantity | null;
  stock: Quantity | null;
  threshold: Quantity | null;
  raisedAt: number;
}

export interface AlertPage extends Page<Alert> {
  open: number;
  /** How many of the open ones are oversold: `attention.list` has those too. */
  oversold: number;
}

export const alertCalls = {
  'alerts.list': query<AlertPage>()({
    permission: 'member',
    input: () => z.strictObject({ state: z.enum(['open', 'all']).default('open'), offset: offset.default(0), limit }),
  }),
  'alerts.acknowledge': command<null>()({
    permission: 'member',
    input: () => z.strictObject({ ids: z.array(id).min(1).max(200) }),
  }),
} as const;
