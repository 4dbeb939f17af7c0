import { internationalPhone } from '@shared/codes';
import type { HandlerInput, Reminder, SignedIn } from '@shared/contract';
import { sumMoney } from '@shared/money';
import { createWriter, fill } from '@shared/receipt';
import { mailTo, messageTo } from '../../printing';
import type { ShopDeps } from '../deps';
import { stampOf } from '../documents';
import { badValue } from '../text';
import { partyToWrite, readParty } from './party';
import { summaryOf } from './statement';
import { khataWords } from './words';

/** In the language of the shop's receipts: how much, and since when. @throws AppError `not_found` */
export function readReminder(deps: ShopDeps, id: string): Reminder {
  const party = readParty(deps, 'customer', id);
  const { ages, oldestDue, overdue } = summaryOf(deps, party);
  const settings = deps.settings();
  const writer = createWriter(settings);
  const { reminder } = khataWords[settings.language];
  const facts = {
    name: party.name,
    shop: settings.name,
    amount: writer.money(sumMoney(ages)),
    day: oldestDue === null ? '' : writer.day(oldestDue),
    upi: settings.upi_id ?? '',
  };
  const text = [
    fill(oldestDue === null ? reminder.text : overdue > 0 ? reminder.textSince : reminder.textBy, facts),
    ...(settings.upi_id === null ? [] : [fill(reminder.upi, facts)]),
    reminder.thanks,
  ].join(' ');
  const phone = party.phone === null ? null : internationalPhone(party.phone, settings.country);
  return { text, phone, email: party.email };
}

/**
 * Opens the message for the person to send, and puts on record that it was opened.
 *
 * @throws AppError `not_found`, `deleted`; `bad_value` when nothing is owed, or no program opens such a message
 */
export async function remind(
  deps: ShopDeps,
  user: SignedIn,
  { id, by }: HandlerInput<'customerKhata.remind'>,
  openExternal: (url: string) => Promise<void>,
): Promise<null> {
  const { store, ids, settings } = deps;
  const party = partyToWrite(deps, 'customer', id);
  const owed = sumMoney(summaryOf(deps, party).ages);
  if (owed === 0) throw badValue('id', 'Nothing is owed');
  const { text, phone, email } = readReminder(deps, id);
  const { subject } = khataWords[settings().language].reminder;
  const link =
    by === 'mail' ? mailTo(email, { subject: fill(subject, { shop: settings().name }), text }) : messageTo(phone, text);
  await openExternal(link);
  store.mutate({ name: 'customer.remind', kind: 'fact', actor: user.staffId }, (m) => {
    m.put('customer_reminder', {
      id: ids.next(),
      customer_id: id,
      way: by,
      amount: owed,
      ...stampOf(m, user, settings()),
    });
  });
  return null;
}
