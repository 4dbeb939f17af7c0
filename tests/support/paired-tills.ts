import { join } from 'node:path';
import { fillShop, pins, type Sample } from '../contract/sample';
import { openTill, type Till } from '../contract/world';
import { temporaryFolder, until } from './network';

export interface PairedTills {
  readonly host: Till;
  readonly sample: Sample;
  /** The second till's own folder: its file and its key outlive it. */
  readonly folder: string;
  readonly member: Till;
  /** Opens the second till again after it was closed, with the owner signed in. */
  reopenMember(): Promise<Till>;
  close(): Promise<void>;
}

/** A till that hosts a shop with one of everything, and another that has joined it. */
export async function pairTills(): Promise<PairedTills> {
  const host = await openTill();
  const sample = await fillShop(host);
  await host.call('network.host', {});
  // The hub has the whole shop before anybody else comes.
  await until(async () => (await host.call('network.status', {})).pending === 0);
  const { hub } = await host.call('network.status', {});
  const { folder, remove } = temporaryFolder();
  const opened: Till[] = [];
  const openMember = async () => {
    const till = await openTill({ sharedFile: join(folder, 'galla.db'), network: { folder } });
    opened.push(till);
    return till;
  };
  const signIn = (till: Till) => till.call('staff.signIn', { staffId: sample.owner, pin: pins.owner });
  const till = await openMember();
  await host.call('network.openPairing', {});
  await till.call('network.join', { address: `127.0.0.1:${hub?.address.split(':').at(-1)}` });
  const digits = await until(async () => {
    const joining = await till.call('network.joining', {});
    return joining.state === 'comparing' ? joining.digits : null;
  });
  await host.call('network.confirmPairing', { digits, name: 'Counter 2', role: 'counter' });
  await until(async () => (await till.call('network.status', {})).phase === 'live');
  await signIn(till);
  return {
    host,
    sample,
    folder,
    member: till,
    async reopenMember() {
      const again = await openMember();
      await signIn(again);
      return again;
    },
    async close() {
      for (const one of opened) await one.close();
      await host.close();
      remove();
    },
  };
}

/** Sells one of a product for cash; the bill's number. */
export async function sell(till: Till, product: string): Promise<string> {
  const { cart } = await till.call('sales.addLine', { productId: product, quantity: 1_000 });
  const { number } = await till.call('sales.complete', {
    cartId: cart.id,
    revision: cart.revision,
    payments: [{ method: 'cash', amount: cart.totals.cashDue }],
  });
  return number;
}
