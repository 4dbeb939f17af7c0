import { dayOf } from '@shared/clock';
import type { SignedIn } from '@shared/contract';
import type { Language } from '@shared/entities';
import { trainingPin, trainingSeries } from '@shared/training';
import { type OpenOptions, openStore, type Store } from '../../store';
import { createShopDeps } from '../deps';
import { hashPin, readStaff } from '../staff';

/** Names that are written into the file, in the shop's language. */
const names: Readonly<Record<Language, { readonly terminal: string; readonly printer: string }>> = {
  en: { terminal: 'Training', printer: 'On the screen' },
  hi: { terminal: 'अभ्यास', printer: 'स्क्रीन पर' },
};

/** A form of UPI id that belongs to no bank: a phone that reads the code finds nobody to pay. */
const nobodysUpiId = 'training@training';

export interface MakeTraining extends Pick<OpenOptions, 'migrations' | 'clock' | 'ids'> {
  /** Where the training file shall be; there is nothing yet. */
  readonly file: string;
  /** Who asks for it. */
  readonly user: SignedIn;
}

/**
 * Makes a training file of a shop that is open: its goods, people, customers and settings, none of its doings, none of its
 * PINs.
 *
 * @throws DatabaseProblem of either file; what is left of the new one is to be thrown away
 */
export async function makeTrainingFile(shop: Store, { file, user, ...options }: MakeTraining): Promise<void> {
  const { language, time_zone } = createShopDeps(shop).settings();
  const at = options.clock.now();
  await openStore({ file, ...options }).close();
  await shop.furnishSandbox({
    target: file,
    pinHash: await hashPin(trainingPin),
    terminal: { name: names[language].terminal, series: trainingSeries },
    upiId: nobodysUpiId,
    printer: { id: options.ids.next(), name: names[language].printer },
    staffId: user.staffId,
    at,
    day: dayOf(at, time_zone),
  });
}

/** A person of this shop as it knows them now; null for one who may no longer sign in. */
export function whoComesBack(shop: Store, person: SignedIn | null): SignedIn | null {
  if (person === null) return null;
  const { name, role, active, deleted_at } = readStaff(shop, person.staffId);
  return active === 1 && deleted_at === null ? { staffId: person.staffId, name, role } : null;
}
