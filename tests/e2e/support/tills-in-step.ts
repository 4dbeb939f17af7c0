import type { NetworkStatus } from '@shared/contract';
import type { RunningApp } from './app';
import { call, createShop } from './calls';

/** The PIN of `createShop`'s owner. */
const pin = '482605';

/**
 * Asks again until the answer fits; says what it waited for, and what it saw last, when nothing has moved for too long: an
 * answer that is another than the last one is progress, however slow the machine. `patience`: ms
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  fits: (answer: T) => boolean,
  patience = 60_000,
): Promise<T> {
  let deadline = performance.now() + patience;
  let before = '';
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    const seen = JSON.stringify(answer);
    if (seen !== before) deadline = performance.now() + patience;
    before = seen;
    if (performance.now() > deadline) throw new Error(`${what}: nothing new for ${patience} ms; ${seen}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const statusOf = ({ page }: Pick<RunningApp, 'page'>): Promise<NetworkStatus> =>
  call(page, 'network.status', {});

/** Opens a shop in an empty till and hosts it; where its hub listens on this machine. */
export async function hostShop(app: RunningApp): Promise<{ readonly port: number }> {
  await createShop(app.page);
  await app.ready('counter');
  await call(app.page, 'network.host', {});
  const { hub } = await until(
    'the hub has the whole shop',
    () => statusOf(app),
    ({ phase, pending }) => phase === 'live' && pending === 0,
  );
  return { port: Number(hub?.address.split(':').at(-1)) };
}

/** Lets an empty till join, at the address at which it is to know the hub; the owner signs in at it. */
export async function joinShop(host: RunningApp, till: RunningApp, address: string, name: string): Promise<void> {
  await till.ready('first-run');
  await call(host.page, 'network.openPairing', {});
  await call(till.page, 'network.join', { address });
  const joining = await until(
    'the new till shows digits',
    () => call(till.page, 'network.joining', {}),
    ({ state }) => state !== 'connecting' && state !== 'idle',
  );
  if (joining.state !== 'comparing') throw new Error(`the new till is ${JSON.stringify(joining)}`);
  await call(host.page, 'network.confirmPairing', { digits: joining.digits, name, role: 'counter' });
  await call(host.page, 'network.closePairing', {});
  await signIn(till);
}

/** The owner signs in at a till that waits for a PIN. */
export async function signIn(till: RunningApp): Promise<void> {
  await till.ready('sign-in');
  await till.page.keyboard.type(pin);
  await till.page.keyboard.press('Enter');
  await till.ready('counter');
}

/** Has the till try its line now, again and again, until it is live: nobody wants to wait for its next try. */
export async function live(till: Pick<RunningApp, 'page'>, patience?: number): Promise<void> {
  await until(
    'the line is live',
    () => call(till.page, 'network.syncNow', {}),
    ({ phase }) => phase === 'live',
    patience,
  );
}

/** Until nothing is on its way any more: every till has sent what it has and read the log to its end. */
export async function settled(tills: readonly Pick<RunningApp, 'page'>[], patience?: number): Promise<void> {
  await until(
    'all tills are in step',
    async () => {
      const seen = [];
      for (const { page } of tills) {
        const { phase, pending, behind } = await call(page, 'network.syncNow', {});
        const { hub } = await call(page, 'network.health', {});
        seen.push({ phase, pending, behind, cursor: hub?.cursor });
      }
      return seen;
    },
    (seen) =>
      seen.every(({ phase, pending, behind }) => phase === 'live' && pending === 0 && behind === 0) &&
      new Set(seen.map(({ cursor }) => cursor)).size === 1,
    patience,
  );
}

/** The process of the hub inside a till; null while there is none. */
export async function hubProcess({ electron }: Pick<RunningApp, 'electron'>): Promise<number | null> {
  const processes = await electron.evaluate(({ app }) => app.getAppMetrics().map(({ name, pid }) => ({ name, pid })));
  return processes.find(({ name }) => name === 'Galla hub')?.pid ?? null;
}
