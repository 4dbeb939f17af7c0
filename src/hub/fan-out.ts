import type { Limits } from '@shared/sync';
import { entryText } from './scopes';
import type { Session } from './session';
import type { HubStore, Lane } from './store';

/** A frame without its address: the same for every session at the same position with the same scopes. */
interface Body {
  readonly to: number;
  readonly text: string;
}

/**
 * Sends every live session the entries after its position, as far as its line takes them: above `bufferedPause` waiting
 * bytes nothing more is read for it, so a terminal that does not read costs a number and one frame.
 */
export async function fanOut(
  sessions: Iterable<Session>,
  store: HubStore,
  lane: Lane,
  limits: Limits,
): Promise<number> {
  const bodies = new Map<string, Body | null>();
  let sent = 0;
  for (const session of sessions) {
    while (session.phase === 'live' && session.position !== null && session.position < lane.head) {
      if (session.buffered() > limits.bufferedPause) break;
      const at: string = `${session.position} ${session.scopes.join(' ')}`;
      let body = bodies.get(at);
      if (body === undefined) {
        body = await readBody(store, session, session.position, limits);
        bodies.set(at, body);
      }
      if (!body) {
        // The log was pruned under a reader that was slow or lost a frame: its next HELLO is answered with a copy.
        session.bye('behind');
        break;
      }
      session.sendText(
        `{"t":"frame","session":${JSON.stringify(session.name)},"from":${session.position},${body.text}}`,
      );
      session.position = body.to;
      sent += 1;
    }
  }
  return sent;
}

async function readBody(store: HubStore, session: Session, from: number, limits: Limits): Promise<Body | null> {
  const entries = await store.entries(from, limits.frameEntries, limits.frameText);
  const last = entries.at(-1);
  if (!last || entries[0]?.seq !== from + 1) return null;
  const texts = entries.flatMap((entry) => entryText(entry, session.scopes) ?? []);
  return { to: last.seq, text: `"to":${last.seq},"chain":"${last.chain}","entries":[${texts.join(',')}]` };
}
