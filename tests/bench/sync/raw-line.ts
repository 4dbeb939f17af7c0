import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

interface RawListener {
  opened(): void;
  /** One message; the bytes are only lent. */
  message(bytes: Buffer): void;
  closed(): void;
}

const empty = Buffer.alloc(0);
/** What any of the sockets has read; used again when it was listened to. */
const taken = Buffer.alloc(64 * 1024);
/** A message that came in two fragments. */
const joined = Buffer.alloc(64 * 1024);

/**
 * A client's WebSocket with as little as there can be between the socket and who listens: a thousand of them in one
 * process must not be what a benchmark of the other side measures. For whole messages from a hub, nothing else.
 */
export class RawLine {
  readonly #socket: Socket;
  readonly #listener: RawListener;
  #rest: Buffer = empty;
  #isOpen = false;

  constructor(port: number, listener: RawListener) {
    this.#listener = listener;
    const socket = connect({
      port,
      host: '127.0.0.1',
      onread: { buffer: taken, callback: (length) => this.#receive(taken.subarray(0, length)) },
    });
    this.#socket = socket;
    socket.setNoDelay();
    socket.on('error', () => {});
    socket.on('close', () => listener.closed());
    const key = randomBytes(16).toString('base64');
    const lines = [
      'GET / HTTP/1.1',
      'Host: hub',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
    ];
    socket.write([...lines, `Sec-WebSocket-Key: ${key}`, '', ''].join('\r\n'));
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  send(text: string): void {
    const body = Buffer.from(text);
    const { length } = body;
    const head = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14);
    head[0] = 0x81;
    // The mask is four zeros: a server must be sent one, and this one changes nothing.
    head[1] = 0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127);
    if (head.length === 8) head.writeUInt16BE(length, 2);
    else if (head.length === 14) head.writeBigUInt64BE(BigInt(length), 2);
    this.#socket.write(Buffer.concat([head, body]));
  }

  terminate(): void {
    this.#isOpen = false;
    this.#socket.destroy();
  }

  #receive(data: Buffer): true {
    let bytes = this.#rest.length === 0 ? data : Buffer.concat([this.#rest, data]);
    if (!this.#isOpen) {
      const end = bytes.indexOf('\r\n\r\n');
      if (end >= 0) {
        this.#isOpen = true;
        bytes = bytes.subarray(end + 4);
        this.#listener.opened();
      }
    }
    if (this.#isOpen) bytes = this.#messages(bytes);
    this.#rest = bytes.length === 0 ? empty : Buffer.from(bytes);
    return true;
  }

  /** Hands over what is here completely and returns the rest. */
  #messages(bytes: Buffer): Buffer {
    let at = 0;
    /** Up to here whole messages were handed over. */
    let done = 0;
    let begun: Buffer | undefined;
    for (;;) {
      const kind = bytes[at];
      const short = bytes[at + 1];
      if (kind === undefined || short === undefined) break;
      const from = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
      if (bytes.length < from) break;
      const length =
        short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
      if (bytes.length < from + length) break;
      at = from + length;
      const data = bytes.subarray(from, at);
      if (kind === 0x01) {
        begun = data;
        continue;
      }
      if (kind === 0x81) this.#listener.message(data);
      else if (kind === 0x80 && begun) this.#listener.message(join(begun, data));
      else this.#socket.destroy();
      begun = undefined;
      done = at;
    }
    return bytes.subarray(done);
  }
}

function join(begun: Buffer, rest: Buffer): Buffer {
  const length = begun.length + rest.length;
  if (length > joined.length) return Buffer.concat([begun, rest]);
  begun.copy(joined);
  rest.copy(joined, begun.length);
  return joined.subarray(0, length);
}
