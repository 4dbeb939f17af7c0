/** Khatas of customers and suppliers: lines, dues and their ages, statements, payments, reminders. docs/khata.md */
import type { CallName } from '@shared/contract';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { adjustKhata } from './adjust';
import type { KhataPorts } from './desk';
import { pageOfEntries } from './entries';
import { readParty } from './party';
import { paySupplier } from './pay';
import { readReminder, remind } from './reminders';
import { checkDays, statementOf, summaryOf } from './statement';
import { takeBackPayment } from './take-back';

export { agesOf } from './ages';
export type { KhataPorts } from './desk';
export { duesOf, overdueOf, payableBy } from './dues';
export { earmarked, earmarkedOf } from './earmarked';
export { putMoney, shiftOf } from './money';
export { balanceOf, partyToWrite } from './party';
export { putReceived } from './received';
export { takeBack } from './take-back';

type Calls = Extract<CallName, `customerKhata.${string}` | `supplierKhata.${string}`>;

export function khataHandlers(deps: ShopDeps, ports: KhataPorts): Handlers<Calls> {
  const { store } = deps;
  // What a till that starts has no use for.
  const desk = () => import('./desk');
  return {
    'customerKhata.entries': (input) => {
      checkDays(input);
      return pageOfEntries(store, readParty(deps, 'customer', input.id), input);
    },
    'customerKhata.summary': ({ id }) => summaryOf(deps, readParty(deps, 'customer', id)),
    'customerKhata.statement': ({ id, ...days }) => statementOf(deps, readParty(deps, 'customer', id), days),
    'customerKhata.saveStatement': async (input) => (await desk()).saveStatement(deps, ports, 'customer', input),
    'customerKhata.takeBack': (input, context) => takeBackPayment(deps, actorOf(context), 'customer', input),
    'customerKhata.adjust': (input, context) => adjustKhata(deps, actorOf(context), 'customer', input),
    'customerKhata.reminder': ({ id }) => readReminder(deps, id),
    'customerKhata.remind': (input, context) => remind(deps, actorOf(context), input, ports.openExternal),

    'supplierKhata.entries': (input) => {
      checkDays(input);
      return pageOfEntries(store, readParty(deps, 'supplier', input.id), input);
    },
    'supplierKhata.summary': ({ id }) => summaryOf(deps, readParty(deps, 'supplier', id)),
    'supplierKhata.statement': ({ id, ...days }) => statementOf(deps, readParty(deps, 'supplier', id), days),
    'supplierKhata.saveStatement': async (input) => (await desk()).saveStatement(deps, ports, 'supplier', input),
    'supplierKhata.pay': (input, context) => paySupplier(deps, actorOf(context), input),
    'supplierKhata.takeBack': (input, context) => takeBackPayment(deps, actorOf(context), 'supplier', input),
    'supplierKhata.adjust': (input, context) => adjustKhata(deps, actorOf(context), 'supplier', input),
  };
}
