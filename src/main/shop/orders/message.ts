import { isDay } from '@shared/clock';
import { internationalPhone } from '@shared/codes';
import type { Reminder } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { createWriter, fill } from '@shared/receipt';
import { timeWords } from '@shared/when';
import { messageTo } from '../../printing';
import { badValue } from '../text';
import type { OrderReads } from './rows';
import { viewOrder } from './view';
import { orderWords } from './words';

/** In the language of the shop's receipts: where the order stands. @throws AppError `not_found` */
export function orderMessage(reads: OrderReads, id: string): Reminder {
  const order = viewOrder(reads, id);
  const settings = reads.settings();
  const writer = createWriter(settings);
  const words = orderWords[settings.language];
  if (!isDay(order.dueDay)) throw badValue('dueDay', `No day ${order.dueDay}`);
  const facts = {
    name: order.name,
    shop: settings.name,
    number: order.number,
    goods: order.goods,
    when: order.dueTime === null ? writer.day(order.dueDay) : whenOf(order.dueDay, order.dueTime, settings),
  };
  const isOpen = order.stage !== 'cancelled' && order.toPay > 0;
  const text = [
    fill(words.messages[order.stage], facts),
    ...(isOpen ? [fill(words.toPay, { amount: writer.money(order.toPay) })] : []),
    words.thanks,
  ].join(' ');
  const phone = order.phone === null ? null : internationalPhone(order.phone, settings.country);
  return { text, phone, email: null };
}

/** `22 Nov 2026, 5:30 pm`, with blanks that every phone has. */
function whenOf(
  day: string,
  time: string,
  { language, country }: Pick<Row<'business_settings'>, 'language' | 'country'>,
): string {
  const text = timeWords(Date.parse(`${day}T${time}Z`), 'dateYearTime', `${language}-${country}`, 'UTC');
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

/** Opens the message for the person to send. @throws AppError `not_found`, `not_in_training`, `bad_value` */
export async function openOrderMessage(
  reads: OrderReads,
  id: string,
  openExternal: (url: string) => Promise<void>,
): Promise<null> {
  if (reads.store.isSandbox) throw new AppError('not_in_training', 'Nothing of training is sent to anybody');
  const { text, phone } = orderMessage(reads, id);
  await openExternal(messageTo(phone, text));
  return null;
}
