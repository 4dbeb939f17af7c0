import { denominations, inNotes, type Money, portion, rate, subMoney, timesMoney, ZERO } from '@shared/money';
import { ApprovalDesk } from '../approvals';
import type { CallContext, Handlers } from '../call';
import { customerHandlers, readCustomer } from '../customers';
import type { ShopDeps } from '../deps';
import { shiftHandlers } from '../shift';
import type { Chance } from './chance';
import { businesses } from './people';
import type { SampleCustomer } from './stocking';

/** Of what is owed. */
const parts = [rate(600_000), rate(750_000), rate(900_000)];

type Calls = 'shift.open' | 'shift.cash' | 'shift.close' | 'shift.report' | 'customers.receive';

/** The drawer of the sample month: a shift a day, with its small expenses and its count, and what businesses pay off. */
export class SampleDrawer {
  readonly #deps: ShopDeps;
  readonly #handlers: Handlers<Calls>;
  readonly #chance: Chance;
  readonly #businesses: readonly SampleCustomer[];

  constructor(deps: ShopDeps, chance: Chance, customers: readonly SampleCustomer[]) {
    this.#deps = deps;
    this.#chance = chance;
    this.#handlers = { ...shiftHandlers(deps, new ApprovalDesk(deps)), ...customerHandlers(deps) };
    this.#businesses = customers.filter(({ name }) => businesses.has(name));
  }

  /** Four of a larger note in change. Answers the shift. */
  open(cashier: CallContext): string {
    const shiftId = this.#deps.ids.next();
    this.#handlers['shift.open']({ shiftId, float: timesMoney(this.#note(1), 4), confirm: [] }, cashier);
    return shiftId;
  }

  /** Before the count somebody has paid the milkman, now and then; now and then a small coin is missing. */
  close(shiftId: string, cashier: CallContext, owner: CallContext): void {
    if (this.#chance.percent(40)) {
      const reason = this.#chance.pick(['Tea for the staff', 'Cleaning', 'Auto for the delivery']);
      const paid = { entryId: this.#deps.ids.next(), direction: 'out', amount: this.#note(3), reason } as const;
      this.#handlers['shift.cash']({ ...paid, confirm: [] }, cashier);
    }
    const report = this.#handlers['shift.report']({ shiftId }, owner);
    if (report instanceof Promise || report.state === 'blind') throw new Error('The owner reads all of it, at once');
    const missing = this.#chance.percent(25) ? this.#note(6) : ZERO;
    const { currency } = this.#deps.settings();
    const counts = inNotes(subMoney(report.expected, missing), currency);
    this.#handlers['shift.close']({ shiftId, counts, confirm: ['cash_limit'] }, cashier);
  }

  /** Once a week every business pays off most of what it owes. */
  receiveDues(cashier: CallContext): void {
    for (const { id } of this.#businesses) {
      const { balance } = readCustomer(this.#deps.store, id);
      const amount = portion(balance, this.#chance.pick(parts));
      if (amount <= 0) continue;
      const paymentId = this.#deps.ids.next();
      const method = this.#chance.pick(['cash', 'bank', 'bank'] as const);
      this.#handlers['customers.receive']({ paymentId, customerId: id, amount, method, confirm: [] }, cashier);
    }
  }

  #note(place: number): Money {
    return denominations(this.#deps.settings().currency)[place] ?? ZERO;
  }
}
