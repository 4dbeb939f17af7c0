import { limits } from '@shared/sync';
import { WebSocket } from 'ws';
import type { OpenLine } from '../../src/main/sync';

/** A line without encryption or proof of who is there: to a hub in the same process or test, never across a network. */
export function plainLine(url: string): OpenLine {
  return (listener) => {
    const socket = new WebSocket(url, { maxPayload: limits.messageText * 3, perMessageDeflate: false });
    socket.on('open', () => listener.opened());
    socket.on('message', (data) => listener.message(String(data)));
    socket.on('close', () => listener.closed());
    // 'close' follows; a hub that is not there is no event worth more than the status.
    socket.on('error', () => {});
    return {
      send: (message) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(message);
      },
      terminate: () => socket.terminate(),
      pause: (isPaused) => (isPaused ? socket.pause() : socket.resume()),
    };
  };
}
