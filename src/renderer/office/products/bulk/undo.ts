import type { TFunction } from 'i18next';
import { asFailure, call } from '../../../live';
import type { Format } from '../../../shop';
import { toast } from '../../../ui';

/**
 * Takes a bulk edit back, and says what was left alone. Not a hook's command: the screen may be gone by then. False: it was
 * refused, and can be tried again.
 */
export async function undoBulk(requestId: string, t: TFunction, format: Format): Promise<boolean> {
  try {
    const { changed, refused } = await call('bulk.undo', { requestId });
    const words = { number: format.count(changed), refused: format.count(refused), count: changed };
    if (refused === 0) toast.done(() => t('office.bulk.undone', words));
    else toast.partly(() => t('office.bulk.undoneInPart', words));
    return true;
  } catch (error) {
    toast.refused(asFailure(error));
    return false;
  }
}
