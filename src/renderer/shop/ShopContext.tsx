import type { ShopSummary, SignedIn } from '@shared/contract';
import { isAllowed, type Permission } from '@shared/roles';
import { createContext, use } from 'react';

/** Whose shop this is and who stands at the till; everything behind the sign-in has it. */
export interface AtTill {
  readonly shop: ShopSummary;
  readonly terminal: string;
  /** Nothing that is done here is real. */
  readonly training: boolean;
  readonly user: SignedIn;
  readonly version: string;
}

export const ShopContext = createContext<AtTill | null>(null);

export function useTill(): AtTill {
  const till = use(ShopContext);
  if (!till) throw new Error('useTill outside of a signed-in screen');
  return till;
}

/** Whether the person at the till may do something. Main checks again; this only decides what is shown. */
export function useMay(permission: Permission): boolean {
  return isAllowed(useTill().user.role, permission);
}
