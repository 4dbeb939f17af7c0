import { addDays } from '@shared/clock';
import type { HandlerInput, OrderPage } from '@shared/contract';
import type { Row } from '@shared/entities';
import { type OrderStage, orderStages } from '@shared/orders';
import { readerJob } from '../../store';
import { standingBill, TaxRates, worthOf } from '../sales';
import { literal } from '../text';
import { linesOf, type OrderFound, type OrderSource, orderColumns, orderTables, toRow } from './rows';
import { type Now, nowIn } from './when';

const closed: ReadonlySet<OrderStage> = new Set(['delivered', 'cancelled']);

interface AskedOrders {
  readonly question: HandlerInput<'orders.list'>;
  readonly settings: Row<'business_settings'>;
  readonly now: number;
}

/** Reads every order there is and prices each that it shows: a reader thread's. */
export const orderListJob = readerJob('orders.list', (reader, { question, settings, now }: AskedOrders) => {
  const rates = new TaxRates(reader);
  const source = { store: reader, settings: () => settings, clock: { now: () => now } };
  return listOrders({ ...source, worth: (lines, customerId) => worthOf(source, rates, lines, customerId) }, question);
});

/** By when they are due; of those that are over the latest first. */
function listOrders(reads: OrderSource, input: HandlerInput<'orders.list'>): OrderPage {
  const { store, settings, clock } = reads;
  const { stages, offset, limit } = input;
  const now = nowIn(clock.now(), settings().time_zone);
  const { where, values } = filterOf(input, now);
  const counts = store
    .sql<[(string | number)[]], { stage: OrderStage; n: number }>(
      `SELECT o.stage, count(*) AS n FROM sales_order AS o WHERE ${where} GROUP BY o.stage`,
    )
    .all(values);
  const countOf = (stage: OrderStage) => counts.find((each) => each.stage === stage)?.n ?? 0;
  const wanted = stages.length === 0 ? orderStages : stages;
  const order = wanted.every((stage) => closed.has(stage))
    ? 'o.due_day DESC, o.at DESC, o.id'
    : `o.due_day, coalesce(o.due_time, '24:00'), o.at, o.id`;
  const rows = store
    .sql<[(string | number)[]], OrderFound>(
      // The page first: what follows from an order's other records is looked for of its rows alone.
      `WITH page AS (SELECT o.id FROM sales_order AS o
         WHERE ${where} AND o.stage IN (SELECT value FROM json_each(?)) ORDER BY ${order} LIMIT ? OFFSET ?)
       SELECT ${orderColumns} FROM page JOIN ${orderTables} WHERE o.id = page.id ORDER BY ${order}`,
    )
    .all([...values, JSON.stringify(wanted), limit, offset])
    .map((found) => toRow(reads, found, linesOf(store, found.id), now));
  return {
    rows,
    total: counts.reduce((sum, { stage, n }) => (wanted.includes(stage) ? sum + n : sum), 0),
    today: now.day,
    stages: Object.fromEntries(orderStages.map((stage) => [stage, countOf(stage)])) as OrderPage['stages'], // proof: of each stage
  };
}

function filterOf({ text, when }: HandlerInput<'orders.list'>, now: Now) {
  const conditions = ['o.deleted_at IS NULL'];
  const values: (string | number)[] = [];
  const also = (condition: string, ...more: string[]) => {
    conditions.push(condition);
    values.push(...more);
  };
  if (when === 'today') also('o.due_day = ?', now.day);
  if (when === 'tomorrow') also('o.due_day = ?', addDays(now.day, 1));
  if (when === 'week') also('o.due_day BETWEEN ? AND ?', now.day, addDays(now.day, 6));
  if (when === 'overdue')
    also(
      `o.stage NOT IN ('delivered', 'cancelled') AND (o.due_day < ? OR (o.due_day = ? AND o.due_time < ?))`,
      now.day,
      now.day,
      now.time,
    );
  if (when === 'unbilled')
    also(
      `o.stage = 'delivered' AND ${standingBill('o.id', 'id')} IS NULL
         AND EXISTS (SELECT 1 FROM sales_order_line AS l WHERE l.order_id = o.id AND l.unit_price > 0)`,
    );
  const typed = text?.normalize('NFC').trim() ?? '';
  if (typed !== '') {
    const digits = /^[\d\s()+-]+$/.test(typed) ? typed.replace(/\D/g, '') : '';
    const anywhere = `%${literal(typed)}%`;
    const bare = ['-', ' ', '(', ')', '+'].reduce((sql, mark) => `replace(${sql}, '${mark}', '')`, 'o.phone');
    if (digits === '') also(`(o.name LIKE ? ESCAPE '\\' OR o.number LIKE ? ESCAPE '\\')`, anywhere, anywhere);
    else also(`(${bare} LIKE ? OR o.number LIKE ? ESCAPE '\\')`, `%${digits}%`, anywhere);
  }
  return { where: conditions.join(' AND '), values };
}
