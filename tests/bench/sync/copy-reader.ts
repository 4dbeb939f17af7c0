import { randomUUID } from 'node:crypto';
import { hello } from './light.ts';
import { RawLine } from './raw-line.ts';

/** Takes one copy of the shop, chunk by chunk, and forgets it. Resolves with the number of chunks. */
export function readCopy(id: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const session = randomUUID();
    let fence = 0;
    const say = (message: object) => line.send(JSON.stringify(message));
    const ask = (snapshot: string | null, index: number) =>
      say({ t: 'copy', session, fence, snapshot, index, scopes: null });
    const line: RawLine = new RawLine(port, {
      opened: () => say(hello(id, session, 0, 0)),
      closed: () => reject(new Error('the hub hung up in the middle of a copy')),
      message: (bytes) => {
        const message = JSON.parse(bytes.toString());
        if (message.t === 'welcome') {
          fence = message.fence;
          ask(null, 0);
        } else if (message.t === 'chunk' && message.final) {
          resolve(message.index);
          line.terminate();
        } else if (message.t === 'chunk') {
          ask(message.snapshot, message.index + 1);
        }
      },
    });
  });
}
