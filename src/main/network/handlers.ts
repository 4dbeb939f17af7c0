import type { CallName } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { CallContext, Handlers } from '../shop';
import type { ShopNetwork } from './shop-network';

export type NetworkCall = Extract<CallName, `network.${string}` | `attention.${string}`>;

/** The network's calls over one open shop file. */
export function networkHandlers(connected: ShopNetwork): Handlers<NetworkCall> {
  const { attention } = connected;
  return {
    'network.status': () => connected.status(),
    'network.health': () => connected.health(),
    'network.syncNow': () => {
      connected.nudge();
      return connected.status();
    },
    'network.host': async () => {
      await connected.host();
      return connected.status();
    },
    'network.stopHosting': async () => {
      await connected.stopHosting();
      return connected.status();
    },
    'network.terminals': () => connected.terminals(),
    'network.renameTerminal': async ({ terminalId, name }, context) => {
      connected.rename(terminalId, name.trim(), actorOf(context));
      return connected.terminals();
    },
    'network.setTerminalRole': async ({ terminalId, role }, context) => {
      connected.setRole(terminalId, role, actorOf(context));
      return connected.terminals();
    },
    'network.revoke': async ({ terminalId }, context) => {
      await connected.revoke(terminalId, actorOf(context));
      return connected.terminals();
    },
    'network.leave': ({ unsent }) => connected.leave(unsent),
    'network.openPairing': () => connected.openPairing(),
    'network.pairing': () => connected.pairing(),
    'network.confirmPairing': ({ digits, name, role }) => connected.confirmPairing(digits, name.trim(), role),
    'network.closePairing': () => connected.closePairing(),
    'network.discover': () => connected.discover(),
    'network.join': ({ address }) => connected.join(address),
    'network.joining': () => connected.joining(),
    'network.cancelJoin': () => connected.cancelJoin(),
    'attention.list': () => attention.list(),
    'attention.act': async ({ id, action }, context) => {
      await attention.act(id, action, actorOf(context));
      connected.changed();
      return attention.list();
    },
  };
}

/** In training there are no other tills: what is looked at says so, and what would reach them is refused. */
export function trainingHandlers(alone: ShopNetwork): Handlers<NetworkCall> {
  const refuse = () => {
    throw new AppError('not_in_training', 'In training a till is alone');
  };
  return {
    ...networkHandlers(alone),
    'network.host': refuse,
    'network.stopHosting': refuse,
    'network.renameTerminal': refuse,
    'network.setTerminalRole': refuse,
    'network.revoke': refuse,
    'network.openPairing': refuse,
    'network.confirmPairing': refuse,
    'network.closePairing': refuse,
    'network.discover': refuse,
    'network.join': refuse,
    'network.cancelJoin': refuse,
    'network.leave': refuse,
  };
}

function actorOf({ session }: CallContext): string {
  if (!session.user) throw new AppError('not_signed_in', 'Nobody is signed in at this terminal');
  return session.user.staffId;
}
