import { SqliteHubStore } from '../../../src/hub';
import type { Receipt } from '../actions';
import type { HubHost } from '../hub-host';
import type { Recorder } from '../recorder';
import { currentSchema, type Till } from '../till';
import { Violation } from '../world';
import { checkPutAside, checkQuiet, checkReceipts, checkRefusals } from './answers';
import { Books, checkBooks, isSecondReversal, isSecondUndo } from './books';
import { checkOrders } from './orders';
import { checkProduction } from './production';
import { checkReplay } from './replay';
import { checkScopes, checkState, type PutAside } from './state';
import { checkMoney, checkNumbers, checkOversold, checkReturned } from './sums';

/** What must hold when nothing moves any more. `knew`: how far each purchase's till had read the log; null when that is no use. */
export async function checkAtRest(
  tills: readonly Till[],
  host: HubHost,
  recorder: Recorder,
  receipts: ReadonlyMap<Till, readonly Receipt[]>,
  mayQuarantine: boolean,
  knew: ReadonlyMap<string, number> | null,
): Promise<void> {
  const store = new SqliteHubStore(host.disk.db, () => host.disk.db);
  const lane = await store.lane();
  if (recorder.entries.length !== lane.head) throw new Violation('3 gap-free', 'the recorder has another log');
  const quarantined = new Map<string, PutAside[]>();
  const numbered = [...recorder.lostNumbers];
  const aside = await store.quarantined();
  for (const fact of aside) {
    if (fact.code === 'duplicate_number')
      throw new Violation('9 numbers', `${fact.terminal}/${fact.mid} repeats a number`);
    if (!mayQuarantine && !isSecondReversal(fact, recorder) && !isSecondUndo(fact, recorder))
      throw new Violation('1 nothing lost', `${fact.terminal}/${fact.mid} is put aside: ${fact.code}`);
    for (const operation of JSON.parse(JSON.parse(fact.mutation).ops)) {
      const key = `${operation.entity}\n${operation.id}`;
      quarantined.set(key, [...(quarantined.get(key) ?? []), operation.row ?? {}]);
      if (/^bill(_return)?$/.test(operation.entity)) numbered.push({ id: operation.id, row: operation.row ?? {} });
    }
  }
  for (const till of tills) {
    checkQuiet(till);
    checkReceipts(till, receipts.get(till) ?? [], recorder, quarantined);
    checkRefusals(till, recorder);
    if (till.schema < currentSchema) continue;
    checkPutAside(
      till,
      new Set(aside.filter(({ terminal }) => terminal === till.store.terminalId).map(({ mid }) => mid)),
    );
    const { cursor, chain, scopes } = till.store.replica.state();
    if (cursor !== lane.head || chain !== lane.chain) {
      throw new Violation(
        '20 checksums',
        `till ${till.index} is at ${cursor} ${chain}, the hub at ${lane.head} ${lane.chain}`,
      );
    }
    checkScopes(till, scopes, recorder);
    checkState(till, scopes, recorder, quarantined);
  }
  checkNumbers(recorder, numbered);
  checkMoney(recorder);
  checkOversold(recorder);
  checkReturned(recorder);
  const books = new Books(recorder, knew);
  checkBooks(books, tills, aside);
  checkOrders(books, tills, aside, knew !== null);
  checkProduction(books, tills, aside);
  await checkReplay(store, recorder, tills);
}
