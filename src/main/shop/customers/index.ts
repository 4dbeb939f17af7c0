/** The shop's customers and what they owe. */

import { dayOf } from '@shared/clock';
import type { CallName, CustomerAccount, HandlerInput } from '@shared/contract';
import { type Money, ZERO } from '@shared/money';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { duesOf, overdueOf } from '../khata';
import { partyFields } from '../party';
import { customerAccountsJob } from './accounts';
import { customerSearchJob, listCustomers, readCustomer } from './read';
import { readReceipt, receivePayment } from './receive';

export { customerAccountsJob } from './accounts';
export { customerSearchJob, listCustomers, readCustomer } from './read';
export { readReceipt } from './receive';

type Calls = Extract<CallName, `customers.${string}`>;

export function customerHandlers(deps: ShopDeps): Handlers<Calls> {
  const { store, ids } = deps;
  return {
    'customers.list': (input) =>
      input.text?.trim() ? store.readers.run(customerSearchJob, input) : listCustomers(store, input),

    'customers.accounts': (input) => {
      const { time_zone: timeZone } = deps.settings();
      return store.readers.run(customerAccountsJob, { ...input, timeZone, today: dayOf(deps.clock.now(), timeZone) });
    },

    'customers.get': ({ id }) => account(deps, id),
    'customers.receive': (input, context) => receivePayment(deps, actorOf(context), input),
    'customers.payment': ({ id }) => readReceipt(deps, id),

    'customers.save': (input, context) => {
      const { staffId: actor } = actorOf(context);
      const id = input.id ?? ids.next();
      const fields = checkFields(input);
      const { creditDays } = input;
      store.mutate({ name: input.id ? 'customer.edit' : 'customer.create', kind: 'request', actor }, (m) => {
        if (input.id) m.set('customer', id, creditDays === undefined ? fields : { ...fields, credit_days: creditDays });
        else
          m.put('customer', {
            id,
            ...fields,
            credit_days: creditDays ?? null,
            opening_balance: ZERO,
            created_at: m.at,
          });
      });
      return readCustomer(store, id);
    },

    'customers.remove': ({ id }, context) => {
      const { staffId: actor } = actorOf(context);
      store.mutate({ name: 'customer.remove', kind: 'request', actor }, (m) => m.del('customer', id));
      return null;
    },

    'customers.restore': ({ id }, context) => {
      const { staffId: actor } = actorOf(context);
      store.mutate({ name: 'customer.restore', kind: 'request', actor }, (m) => m.undel('customer', id));
      return null;
    },
  };
}

/** A customer with what they have not settled. @throws AppError `not_found` */
function account({ store, clock, settings }: ShopDeps, id: string): CustomerAccount {
  const customer = readCustomer(store, id);
  const { time_zone } = settings();
  const opened = store
    .sql<[string], { opening: Money; at: number }>(
      'SELECT opening_balance AS opening, created_at AS at FROM customer WHERE id = ?',
    )
    .get(id);
  const { opening = ZERO, at = 0 } = opened ?? {};
  const dues = duesOf(
    store,
    { kind: 'customer', id, opening, since: dayOf(at, time_zone) },
    dayOf(clock.now(), time_zone),
  );
  return { ...customer, dues, overdue: overdueOf(dues) };
}

/** @throws AppError `bad_value` with the `field` */
const checkFields = (input: Omit<HandlerInput<'customers.save'>, 'id'>) => ({
  ...partyFields(input),
  credit_limit: input.creditLimit,
});
