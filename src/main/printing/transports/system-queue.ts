import { spawn } from 'node:child_process';
import { type Connection, errorCodeOf, TransportError } from './connection';

/** CUPS allows any printable character but blanks, `/` and `#`; a name never looks like an option. */
const form = /^[A-Za-z0-9_.+@][A-Za-z0-9_.+@-]{0,126}$/;

export function isQueueName(name: string): boolean {
  return form.test(name);
}

/** Names of the system's print queues; empty where the system has none, or has no CUPS. */
export async function systemQueues(): Promise<string[]> {
  try {
    const { output } = await run('lpstat', ['-e'], null);
    return output.split('\n').filter(isQueueName);
  } catch {
    return [];
  }
}

/**
 * Hands the bytes to a queue of the system as they are (`-o raw`). The system prints when it can: handed over is all that
 * can be known here.
 */
export async function openQueue(name: string): Promise<Connection> {
  if (!isQueueName(name)) throw new TransportError('no_queue');
  const parts: Uint8Array[] = [];
  return {
    async write(bytes) {
      parts.push(bytes);
    },
    readByte: async () => null,
    async finish() {
      const { code } = await run('lp', ['-d', name, '-o', 'raw', '-s'], Buffer.concat(parts));
      // Nothing has been taken over then.
      if (code !== 0) throw new TransportError('no_queue');
    },
    close() {},
  };
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function run(program: string, parameters: readonly string[], input: Buffer | null): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'ignore'], timeout: 20_000 });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (cause) => {
      reject(new TransportError(errorCodeOf(cause) === 'ENOENT' ? 'no_queue' : 'cannot_write', { cause }));
    });
    // A program that ends without reading says why by its exit code.
    child.stdin.on('error', () => {});
    child.on('close', (code) => resolve({ code, output }));
    child.stdin.end(input ?? Buffer.alloc(0));
  });
}
