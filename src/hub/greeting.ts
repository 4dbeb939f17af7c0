import { type DownstreamOf, firstChain, protocolVersion, type UpstreamOf } from '@shared/sync';
import { hubTerminal } from './enrolment';
import { scopesOf } from './scopes';
import type { HubStore, Lane, TerminalState } from './store';
import { WorkingSet } from './working-set';

export interface GreetingOptions {
  /** Version of the registry this hub was built with. */
  readonly schema: number;
  /** A new terminal gets a snapshot instead of the log when the log is longer than this. */
  readonly copyAbove: number;
}

export type Greeting =
  | { readonly kind: 'welcome'; readonly welcome: DownstreamOf<'welcome'> }
  | { readonly kind: 'fork' }
  | { readonly kind: 'refused'; readonly code: 'protocol' | 'not_enrolled' };

/** Most unproved fences kept per terminal. */
const mostOffers = 8;

/** One HELLO a millisecond would take a thousand years to come here. */
const mostFence = 2 ** 45;

/** Answers a HELLO: who is it, is it still the one we know, where does its log go on. Writes the offered fence first. */
export async function greet(
  store: HubStore,
  hello: UpstreamOf<'hello'>,
  { schema, copyAbove }: GreetingOptions,
  now: number,
): Promise<Greeting> {
  if (hello.protocol !== protocolVersion) return { kind: 'refused', code: 'protocol' };
  const lane = await store.lane();
  const found = await store.load({
    rows: [{ entity: 'terminal', id: hello.terminal }],
    mutations: [],
    numbers: [],
    terminals: [hello.terminal],
  });
  const set = new WorkingSet(lane, found);
  const terminal = set.terminal(hello.terminal);
  // The hub's own entries have an author like everybody's; nobody else may speak in its name.
  if (!terminal || terminal.revoked || hello.terminal === hubTerminal) return { kind: 'refused', code: 'not_enrolled' };
  const claim = fenceOf(terminal, hello.fence);
  if (claim === 'old') return { kind: 'fork' };
  const offered = offer(
    claim === 'known' ? prove(terminal, hello.fence) : { ...terminal, fence: hello.fence },
    hello.session,
  );
  set.writeTerminal({ ...offered.terminal, offset: now - hello.time });
  const batch = set.batch();
  if (batch) await store.commit(batch);

  const scopes = [...scopesOf(set.row('terminal', hello.terminal))];
  const granted = hello.cursor === 0 ? [] : scopes.filter((scope) => !hello.scopes.includes(scope));
  const isOurs = await hasPrefix(store, lane, hello);
  const wantsCopy = !isOurs || (hello.cursor === 0 && lane.head > copyAbove);
  return {
    kind: 'welcome',
    welcome: {
      t: 'welcome',
      session: hello.session,
      protocol: protocolVersion,
      schema,
      fence: offered.fence,
      epoch: lane.epoch,
      head: lane.head,
      floor: lane.floor,
      durable: lane.durable,
      scopes,
      last: terminal.last,
      lastHash: terminal.lastHash,
      // An old terminal could not read what newer ones write. It goes on pushing, and reads on after its update.
      resume: hello.schema < schema ? 'push' : wantsCopy || granted.length > 0 ? 'copy' : 'frames',
      granted: !wantsCopy && granted.length > 0 ? granted : null,
      time: now,
    },
  };
}

/**
 * A fence higher than any we know says that we are the older copy (this hub was restored); one lower than what was
 * proved says that the terminal is.
 */
function fenceOf(terminal: TerminalState, fence: number): 'known' | 'newer' | 'old' {
  // A fence that no hub could have counted to: a damaged file. As a copy it gets an identity with a fence that can grow.
  if (fence > mostFence) return 'old';
  if (fence === terminal.fence || terminal.offers.some((offered) => offered.fence === fence)) return 'known';
  return fence > highest(terminal) ? 'newer' : 'old';
}

const highest = (terminal: TerminalState) => Math.max(terminal.fence, ...terminal.offers.map(({ fence }) => fence));

/** The terminal showed this fence, so it has stored it: the ones offered beside it went to nobody, or to a copy. */
export function prove(terminal: TerminalState, fence: number): TerminalState {
  return terminal.offers.some((offered) => offered.fence === fence) ? { ...terminal, fence, offers: [] } : terminal;
}

/** The same attempt asked twice is offered the same fence. */
function offer(terminal: TerminalState, session: string): { terminal: TerminalState; fence: number } {
  const known = terminal.offers.find((offered) => offered.session === session);
  if (known) return { terminal, fence: known.fence };
  const fence = highest(terminal) + 1;
  const offers = [...terminal.offers, { session, fence }].slice(-mostOffers);
  return { terminal: { ...terminal, offers }, fence };
}

/** Whether what the terminal has read is the beginning of our log, and we still have what comes next. */
async function hasPrefix(store: HubStore, lane: Lane, { cursor, chain }: UpstreamOf<'hello'>): Promise<boolean> {
  if (cursor < lane.floor || cursor > lane.head) return false;
  return cursor === 0 ? chain === firstChain : (await store.chainAt(cursor)) === chain;
}
