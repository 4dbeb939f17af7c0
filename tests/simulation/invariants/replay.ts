import { mergeRules, readUpstream } from '@shared/sync';
import type { HubStore } from '../../../src/hub';
import { Pushes } from '../../../src/hub/pushes';
import { Session } from '../../../src/hub/session';
import type { Recorder } from '../recorder';
import { currentSchema, sha256, type Till } from '../till';
import { Violation } from '../world';

/** 17: all that was ever pushed comes once more, and changes nothing. */
export async function checkReplay(store: HubStore, recorder: Recorder, tills: readonly Till[]): Promise<void> {
  const { head } = await store.lane();
  const pushes = new Pushes(store, { sha256, rules: mergeRules });
  const known = new Set((await store.terminals()).map(({ id }) => id));
  for (const { terminal, text } of recorder.pushes.slice(-40)) {
    const push = readUpstream(text);
    if (push?.t !== 'push' || !known.has(terminal)) continue;
    const session = new Session({ send: () => {}, buffered: () => 0, close: () => {} }, 0);
    session.terminal = terminal;
    // What never arrived may be new to the hub.
    const [{ last } = { last: 0 }] = (await store.load({ rows: [], mutations: [], numbers: [], terminals: [terminal] }))
      .terminals;
    const mutations = push.mutations.filter(({ mid }) => mid <= last);
    if (mutations.length > 0) await pushes.commit([{ session, push: { ...push, mutations } }], 0);
  }
  if ((await store.lane()).head !== head) throw new Violation('17 replay', 'pushing again moved the log');
  const last = recorder.entries.at(-1);
  for (const till of tills) {
    if (!last || till.schema < currentSchema) continue;
    const again = { from: last.seq - 1, to: last.seq, chain: '0'.repeat(32), entries: [] };
    if (till.store.replica.apply(again)) throw new Violation('17 replay', 'a frame was applied twice');
  }
}
