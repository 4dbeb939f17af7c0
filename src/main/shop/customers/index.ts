/** The shop's customers and what they owe. */
import { gstStateOf, validateGstin } from '@shared/codes';
import type { HandlerInput } from '@shared/contract';
import { ZERO } from '@shared/money';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { badValue, checkField, cleanCode, cleanName, cleanText } from '../text';
import { customerSearchJob, listCustomers, readCustomer } from './read';

export { customerSearchJob, readCustomer } from './read';

type Calls = 'customers.list' | 'customers.save' | 'customers.remove' | 'customers.restore';

export function customerHandlers({ store, ids }: ShopDeps): Handlers<Calls> {
  return {
    'customers.list': (input) =>
      input.text?.trim() ? store.readers.run(customerSearchJob, input) : listCustomers(store, input),

    'customers.save': (input, context) => {
      const { staffId: actor } = actorOf(context);
      const id = input.id ?? ids.next();
      const fields = checkFields(input);
      store.mutate({ name: input.id ? 'customer.edit' : 'customer.create', kind: 'request', actor }, (m) => {
        if (input.id) m.set('customer', id, fields);
        else m.put('customer', { id, ...fields, opening_balance: ZERO, created_at: m.at });
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

/** @throws AppError `bad_value` with the `field`: a GSTIN or a state that cannot be, or that contradict each other */
function checkFields(input: Omit<HandlerInput<'customers.save'>, 'id'>) {
  const typed = cleanCode(input.gstin);
  const gstin = typed === null ? null : checkField('gstin', () => validateGstin(typed));
  const { stateCode } = input;
  if (stateCode !== null && gstStateOf(stateCode) === undefined) throw badValue('stateCode', `No state ${stateCode}`);
  if (gstin !== null && stateCode !== null && stateCode !== gstin.slice(0, 2)) {
    throw badValue('stateCode', 'The state is not the one of the GSTIN', { gstin });
  }
  const email = cleanCode(input.email);
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)) throw badValue('email', 'Not an e-mail address');
  return {
    name: cleanName(input.name),
    phone: cleanCode(input.phone),
    gstin,
    // Decides between CGST + SGST and IGST.
    state_code: stateCode ?? gstin?.slice(0, 2) ?? null,
    address: cleanText(input.address),
    email,
    credit_limit: input.creditLimit,
    note: cleanText(input.note),
  };
}
