import type { QueryClient } from '@tanstack/react-query';
import { askAhead } from '../live';
import { openBill } from './cart';
import { favouriteTiles } from './find';

/** Asks for everything that the counter shows at first, all at once, so that it is painted in one piece. */
export async function askForCounter(client: QueryClient): Promise<void> {
  await Promise.all([
    openBill.refresh(),
    askAhead(client, 'catalogue.categories', {}),
    askAhead(client, 'catalogue.favourites', favouriteTiles),
  ]);
}
