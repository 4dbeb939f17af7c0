import type { SignedIn } from '@shared/contract';
import { isAllowed } from '@shared/roles';
import type { QueryClient } from '@tanstack/react-query';
import { askForCounter } from '../counter';
import { askAhead } from '../live';
import { openAlerts } from './useUnread';

/** Asks for all that the frame and its first screen show to this person, so that they are drawn once and not piece by piece. */
export async function askForFrame(client: QueryClient, { role }: SignedIn): Promise<void> {
  const counter = isAllowed(role, 'sell') ? askForCounter(client) : undefined;
  await Promise.all([
    askAhead(client, 'alerts.list', openAlerts),
    askAhead(client, 'network.status', {}),
    askAhead(client, 'printing.status', {}),
    askAhead(client, 'settings.get', {}),
    askAhead(client, 'shift.current', {}),
    counter,
  ]);
}
