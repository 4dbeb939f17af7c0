import type { SignedIn } from '@shared/contract';
import { isAllowed } from '@shared/roles';
import type { QueryClient } from '@tanstack/react-query';
import { askForCounter } from '../counter';
import { askAhead } from '../live';
import { openAlerts } from './TopBar';

/** Asks for what the frame and its first screen show to this person, before there is either. */
export async function askForFrame(client: QueryClient, { role }: SignedIn): Promise<void> {
  const counter = isAllowed(role, 'sell') ? askForCounter(client) : undefined;
  await Promise.all([askAhead(client, 'alerts.list', openAlerts), askAhead(client, 'network.status', {}), counter]);
}
