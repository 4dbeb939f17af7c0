import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Hub } from './hub';
import type { HubConnection } from './session';

/** A goodbye behind more than this, that nobody takes, would keep it all for half a minute. Bytes. */
const mostBeforeGoodbye = 64 * 1024;

/**
 * Leads a WebSocket to the log.
 *
 * @param stream what the WebSocket writes to
 * @param may who may speak on it, where there is a door
 * @returns what is to be called when the line has ended
 */
export function openLine(
  hub: Pick<Hub, 'open'>,
  socket: WebSocket,
  stream: Duplex,
  may: Pick<HubConnection, 'speaksFor' | 'adopts'> = {},
): { closed(): void } {
  // Not the socket's `drain`: that speaks only of a line on which more has waited than the hub lets wait.
  const taken = (error?: Error) => {
    if (!error && socket.bufferedAmount === 0) session.drained();
  };
  const session = hub.open({
    ...may,
    send: (message) => socket.send(message, taken),
    // One message in two fragments, so that the second can be the same bytes for everybody.
    sendShared: (head, tail) => {
      stream.cork();
      socket.send(Buffer.from(head), { binary: false, fin: false });
      socket.send(tail.bytes, { binary: false, fin: true }, taken);
      stream.uncork();
    },
    buffered: () => socket.bufferedAmount,
    close: (isDead) => (isDead || socket.bufferedAmount > mostBeforeGoodbye ? socket.terminate() : socket.close()),
  });
  socket.on('message', (data) => session.receive(String(data)));
  return session;
}
