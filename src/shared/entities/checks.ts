import { isDay } from '../clock';
import { isMonth, isStaffDay } from './months';

type Values = Readonly<Record<string, unknown>>;

/** What a table demands of its values beside their types: the CHECKs of the schema, where SQL is not at hand. */
interface Check {
  readonly fields: readonly string[];
  /** Asked when all of its fields are there. */
  readonly holds: (values: Values) => boolean;
}

const oneOf = (field: string, ...allowed: readonly (string | number)[]): Check => ({
  fields: [field],
  holds: (values) => allowed.some((value) => value === values[field]),
});
const number = (field: string, holds: (value: number) => boolean): Check => ({
  fields: [field],
  holds: ({ [field]: value }) => value === null || (typeof value === 'number' && holds(value)),
});
const notNegative = (field: string) => number(field, (value) => value >= 0);
const notPositive = (field: string) => number(field, (value) => value <= 0);

/** The two sums are equal; a minus in front of a field takes it away. */
function equal(left: readonly string[], right: readonly string[]): Check {
  const sum = (values: Values, terms: readonly string[]) =>
    terms.reduce((total, term) => total + (term.startsWith('-') ? -1n : 1n) * exact(values[term.replace('-', '')]), 0n);
  const fields = [...left, ...right].map((term) => term.replace('-', ''));
  return { fields, holds: (values) => sum(values, left) === sum(values, right) };
}

const exact = (value: unknown): bigint => (Number.isSafeInteger(value) ? BigInt(Number(value)) : 0n);

const place = oneOf('place', 'intra', 'inter');
const documentTotal = equal(['taxable', 'tax', 'round_off'], ['total']);
const lineTotals = [equal(['gross', '-discount'], ['net']), equal(['taxable', 'tax'], ['total'])];

const checks: Readonly<Record<string, readonly Check[]>> = {
  business_settings: [
    oneOf('tax_regime', 'india_gst', 'vat', 'sales_tax', 'none'),
    oneOf('prices_include_tax', 0, 1),
    oneOf('rounding_method', 'line', 'document'),
    notNegative('round_off_unit'),
    notNegative('cash_rounding_unit'),
    oneOf('negative_stock', 'allow', 'warn', 'block'),
    oneOf('receipt_code', 'none', 'code128', 'qr'),
    oneOf('receipt_hsn', 0, 1),
  ],
  tax_class_rate: [notNegative('rate'), notNegative('per_unit')],
  product: [notNegative('price'), notNegative('mrp')],
  product_unit: [number('factor', (value) => value > 0), notNegative('price')],
  product_cost: [notNegative('cost'), notNegative('stated')],
  alert: [oneOf('state', 'open', 'acknowledged', 'resolved')],
  bill: [
    place,
    notNegative('change_given'),
    notNegative('due'),
    documentTotal,
    equal(['paid', 'due'], ['total', 'cash_rounding']),
  ],
  bill_line: lineTotals,
  bill_return: [place, notPositive('total'), documentTotal],
  bill_return_line: [notPositive('quantity'), notPositive('stock_quantity'), ...lineTotals],
  purchase: [place, documentTotal, oneOf('input_credit', 0, 1)],
  purchase_line: [
    number('quantity', (value) => value > 0),
    number('stock_quantity', (value) => value > 0),
    notNegative('cost'),
    ...lineTotals,
  ],
  stock_count: [oneOf('what', 'all', 'category', 'brand', 'free'), oneOf('blind', 0, 1)],
  stock_count_entry: [oneOf('kind', 'add', 'set', 'clear')],
  stock_count_close: [oneOf('result', 'posted', 'cancelled')],
  stock_count_line: [notNegative('counted')],
  sales_order: [
    oneOf('way', 'pickup', 'delivery'),
    oneOf('stage', 'placed', 'accepted', 'preparing', 'ready', 'delivered', 'cancelled'),
  ],
  sales_order_line: [number('quantity', (value) => value > 0), notNegative('unit_price'), notNegative('list_price')],
  attendance: [oneOf('kind', 'in', 'out')],
  work_rule: [
    notNegative('full_minutes'),
    notNegative('half_minutes'),
    number('weekly_off', (value) => value >= 1 && value <= 7),
  ],
  pay_rule: [oneOf('kind', 'monthly', 'daily', 'hourly', 'none'), notNegative('amount'), oneOf('less_absent', 0, 1)],
  staff_payment: [oneOf('kind', 'advance', 'wage', 'bonus', 'deduction')],
  recipe: [number('batch_quantity', (value) => value > 0)],
  recipe_line: [number('quantity', (value) => value > 0)],
  production_log: [number('quantity', (value) => value > 0), oneOf('part', 'morning', 'afternoon', 'evening', 'night')],
  production_log_line: [number('quantity', (value) => value > 0)],
  shift_feedback: [
    oneOf('part', 'morning', 'afternoon', 'evening', 'night'),
    number('rating', (value) => value >= 1 && value <= 5),
  ],
  party_transaction: [oneOf('party_type', 'customer', 'supplier')],
  held_bill: [oneOf('state', 'held', 'taken')],
  cash_shift: [notNegative('opening_float')],
  shift_close: [
    notNegative('counted'),
    equal(['counted', '-expected'], ['difference']),
    equal(['sales', 'returned', 'voided'], ['net']),
    equal(['taxable', 'tax', 'round_off'], ['net']),
  ],
  shift_close_count: [number('denomination', (value) => value > 0), notNegative('count')],
};

const staffDay: Check['holds'] = ({ from_day: day }) => typeof day === 'string' && isDay(day) && isStaffDay(day);
/** As much as a till takes. */
const mostMoney = 999_999_999_999;

/**
 * What else must hold of values on which the sheets of everybody depend, and which SQL has no words for: one row that no
 * screen can make would stop them at every till.
 */
const forms: Readonly<Record<string, readonly Check[]>> = {
  work_rule: [
    { fields: ['from_day'], holds: staffDay },
    {
      fields: ['half_minutes', 'full_minutes'],
      holds: ({ half_minutes, full_minutes }) => exact(half_minutes) <= exact(full_minutes),
    },
  ],
  pay_rule: [{ fields: ['from_day'], holds: staffDay }, number('amount', (value) => value <= mostMoney)],
  staff_payment: [
    { fields: ['month'], holds: ({ month }) => typeof month === 'string' && isMonth(month) },
    number('amount', (value) => value !== 0 && Math.abs(value) <= mostMoney),
    // Money moves by some way, and a bonus or a deduction moves none.
    {
      fields: ['method', 'kind'],
      holds: ({ kind, method }) =>
        kind === 'advance' || kind === 'wage' ? moneyMethods.some((each) => each === method) : method === null,
    },
  ],
};
const moneyMethods = ['cash', 'upi', 'card', 'bank'];

/** Fields that are days beyond what SQL can tell: a due day that is none would be on no list and in no message. */
const days: Readonly<Record<string, readonly string[]>> = {
  sales_order: ['due_day'],
  production_log: ['made_day'],
  shift_feedback: ['of_day'],
};

/**
 * The first field of a check that these values break; null when the table takes them. A check of which a field is
 * missing is not asked: an edit brings what it changes. `tests/unit/entities` holds `checks` to the SQL.
 */
export function brokenCheck(table: string, values: Values): string | null {
  for (const field of days[table] ?? []) {
    const value = values[field];
    if (value !== undefined && !(typeof value === 'string' && isDay(value))) return field;
  }
  for (const { fields, holds } of [...(checks[table] ?? []), ...(forms[table] ?? [])]) {
    if (fields.every((field) => values[field] !== undefined) && !holds(values)) return fields[0] ?? table;
  }
  return null;
}

/** Tables that have checks, and the fields of each check. */
export const checkedFields: Readonly<Record<string, readonly (readonly string[])[]>> = Object.fromEntries(
  Object.entries(checks).map(([table, list]) => [table, list.map(({ fields }) => fields)]),
);
