import type { TFunction } from 'i18next';
import { asFailure, call } from '../../../live';
import type { Format } from '../../../shop';
import { toast } from '../../../ui';

/** Takes a bulk edit back, and says what was left alone. Not a hook's command: the screen may be gone by then. */
export async function undoBulk(requestId: string, t: TFunction, format: Format): Promise<void> {
  try {
    const { changed, refused } = await call('bulk.undo', { requestId });
    const words = { number: format.count(changed), refused: format.count(refused), count: changed };
    if (refused === 0) toast.done(() => t('office.bulk.undone', words));
    else toast.partly(() => t('office.bulk.undoneInPart', words));
  } catch (error) {
    toast.refused(asFailure(error));
  }
}
