import type { Page } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '@shared/contract';

/** What a till has told its cashier is done: written by the page the moment the answer arrives. */
export type Done =
  | { readonly did: 'bill' | 'return'; readonly number: string }
  /** The counter that the till's own customer is named by. */
  | { readonly did: 'edit'; readonly count: number }
  /** The note of the stock movement. */
  | { readonly did: 'adjust'; readonly note: string };

export interface Work {
  readonly till: string;
  readonly seed: number;
  readonly products: readonly string[];
  /** Customers that everybody sells to on account. */
  readonly customer: string;
  /** Nobody but this till edits this one. */
  readonly own: string;
  /** Everybody edits this one. */
  readonly shared: string;
  /** The first counter that was not used before. */
  readonly count: number;
}

/** Before every word of `Done` on the page's console. */
export const doneMark = 'done ';

/**
 * Has the page sell, take back, edit and adjust stock until it is told to stop (`stopWork`) or dies. Each piece of work is
 * said on the console after it was answered. Resolves to `stopped`, or rejects with what a call refused.
 */
export function startWork(page: Page, work: Work): Promise<string> {
  return page.evaluate(async ({ till, seed, products, customer, own, shared, count: first }) => {
    let state = seed;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      return (state >>> 0) / 2 ** 32;
    };
    const pick = <T>(all: readonly T[]): T => {
      const one = all[Math.floor(random() * all.length)];
      if (one === undefined) throw new Error('nothing to choose from');
      return one;
    };
    const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
      const answer = await window.galla.call(name, input);
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`);
      return answer.value;
    };
    const done = (what: object) => console.log(`done ${JSON.stringify(what)}`);
    let count = first;

    const sell = async () => {
      const onAccount = random() < 0.25;
      if (onAccount) await call('sales.setCustomer', { customerId: customer });
      for (let line = 0; line <= random() * 2; line++)
        await call('sales.addLine', { productId: pick(products), quantity: 1000 });
      const { id, revision, totals } = await call('sales.cart', {});
      const payments = onAccount
        ? [{ method: 'on_account' as const, amount: totals.total }]
        : [{ method: 'cash' as const, amount: totals.cashDue }];
      const { number } = await call('sales.complete', { cartId: id, revision, payments });
      done({ did: 'bill', number });
    };
    const takeBack = async () => {
      const { rows } = await call('sales.bills', { limit: 20 });
      if (rows.length === 0) return;
      const bill = await call('sales.bill', { id: pick(rows).id });
      const line = bill.lines.find(({ returnable }) => returnable > 0);
      // The other till may take the same back at this moment: nobody can know, and both are written down.
      if (!line) return;
      const answer = await window.galla.call('sales.return', {
        returnId: crypto.randomUUID(),
        billId: bill.id,
        lines: [{ lineNo: line.lineNo, quantity: line.returnable }],
        reason: 'Damaged',
        refund: 'cash',
      });
      // The other till's return was heard of since the bill was read.
      if (!answer.ok && answer.error.code === 'already_returned') return;
      if (!answer.ok) throw new Error(`sales.return: ${answer.error.code} ${answer.error.message}`);
      const { number } = answer.value;
      done({ did: 'return', number });
    };
    const edit = async (id: string) => {
      const n = count++;
      const empty = { gstin: null, stateCode: null, address: null, email: null, creditLimit: null, note: null };
      await call('customers.save', { id, name: `${till} ${n}`, phone: `98200${10_000 + (n % 10_000)}`, ...empty });
      if (id === own) done({ did: 'edit', count: n });
    };
    const adjust = async () => {
      const note = `${till} ${count++}`;
      await call('stock.adjust', { productId: pick(products), quantity: 1000, reason: 'purchase', note });
      done({ did: 'adjust', note });
    };

    // A bill that was open when the power went is still open.
    await call('sales.clear', {});
    while (document.documentElement.dataset.stopWork === undefined) {
      const kind = random();
      if (kind < 0.65) await sell();
      else if (kind < 0.8) await takeBack();
      else if (kind < 0.9) await edit(own);
      else if (kind < 0.95) await edit(shared);
      else await adjust();
      // A cashier's pace, so that two tills and a hub on one machine are not only busy.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return 'stopped';
  }, work);
}

/** Lets the page end the work that it is at, and begin no other. */
export async function stopWork(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.stopWork = '';
  });
}
