import { dayOf, isDay } from '@shared/clock';
import type { Feedback, HandlerInput, Page, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { Reads } from '../../store';
import type { ShopDeps } from '../deps';
import { stampOf } from '../documents';
import { badValue, cleanText } from '../text';
import { whereOf } from './read';

/**
 * How a part of a day went. Asked again with the same id and contents nothing happens twice.
 *
 * @throws AppError `not_found`, `deleted`, `bad_value` with `field`: a day that is none or to come, an id that was used
 */
export function addFeedback(deps: ShopDeps, user: SignedIn, input: HandlerInput<'feedback.add'>): null {
  const { store } = deps;
  const { id, ofDay, part, rating, productId, customerId } = input;
  const note = cleanText(input.note);
  const there = store.sql<[string], Row<'shift_feedback'>>('SELECT * FROM shift_feedback WHERE id = ?').get(id);
  if (there) {
    const about = there.product_id === productId && there.customer_id === customerId && there.note === note;
    if (about && there.of_day === ofDay && there.part === part && there.rating === rating) return null;
    throw badValue('id', 'Something else was written under this id');
  }
  if (!isDay(ofDay)) throw badValue('ofDay', `No such day: ${ofDay}`, { reason: 'day' });
  const settings = deps.settings();
  store.mutate({ name: 'feedback.add', kind: 'fact', actor: user.staffId }, (m) => {
    if (ofDay > dayOf(m.at, settings.time_zone)) {
      throw badValue('ofDay', 'That is still to come', { reason: 'future' });
    }
    if (productId !== null) refuseGone(store, 'product', productId);
    if (customerId !== null) refuseGone(store, 'customer', customerId);
    const about = { of_day: ofDay, part, rating, note, product_id: productId, customer_id: customerId };
    m.put('shift_feedback', { id, ...about, ...stampOf(m, user, settings) });
  });
  return null;
}

function refuseGone(reads: Reads, entity: 'product' | 'customer', id: string): void {
  const row = reads
    .sql<[string], { name: string; deleted_at: number | null }>(`SELECT name, deleted_at FROM ${entity} WHERE id = ?`)
    .get(id);
  if (!row) throw new AppError('not_found', `No ${entity} ${id}`, { entity, id });
  const { name } = row;
  if (row.deleted_at !== null) throw new AppError('deleted', `${name} is deleted`, { entity, id, name });
}

/** The newest first. */
export function listFeedback(reads: Reads, input: HandlerInput<'feedback.list'>): Page<Feedback> {
  const { from, to, part, offset, limit } = input;
  const { where, values } = whereOf([
    ['f.of_day >= ?', from],
    ['f.of_day <= ?', to],
    ['f.part = ?', part],
  ]);
  const rows = reads
    .sql<[(string | number)[]], Feedback>(
      `SELECT f.id, f.of_day AS ofDay, f.part, f.rating, f.note, p.name AS product, c.name AS customer, f.at, s.name AS staff
       FROM (SELECT * FROM shift_feedback AS f ${where} ORDER BY f.at DESC, f.id DESC LIMIT ? OFFSET ?) AS f
       LEFT JOIN product AS p ON p.id = f.product_id LEFT JOIN customer AS c ON c.id = f.customer_id
       LEFT JOIN staff AS s ON s.id = f.staff_id ORDER BY f.at DESC, f.id DESC`,
    )
    .all([...values, limit, offset]);
  const total = reads.sql<[string[]], { n: number }>(`SELECT count(*) AS n FROM shift_feedback AS f ${where}`);
  return { rows, total: total.get(values)?.n ?? 0 };
}
