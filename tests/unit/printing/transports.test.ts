import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  isAddress,
  openPrinter,
  type Reach,
  type Surroundings,
  systemQueues,
} from '../../../src/main/printing/transports';
import { readNetworkAddress } from '../../../src/main/printing/transports/network';

let folder: string;
let path: string | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galla-print-'));
  path = process.env.PATH;
});

afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true, force: true });
});

const around = (): Surroundings => ({
  folder: join(folder, 'prints'),
  simulator: () => {
    throw new Error('No simulator here');
  },
});

async function print(reach: Reach, ...parts: string[]): Promise<void> {
  const connection = await openPrinter(reach, around());
  try {
    for (const part of parts) await connection.write(Buffer.from(part));
    await connection.finish();
  } finally {
    connection.close();
  }
}

/** A program of the system as it behaves, in front of the real ones. */
async function standIn(name: string, script: string): Promise<void> {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  process.env.PATH = `${folder}:${path}`;
}

describe('a network address', () => {
  it.each([
    ['192.168.1.50', { host: '192.168.1.50', port: 9100 }],
    [' printer.local:9101 ', { host: 'printer.local', port: 9101 }],
    ['[fe80::1]:9100', { host: 'fe80::1', port: 9100 }],
  ])('is read: %s', (text, address) => expect(readNetworkAddress(text)).toEqual(address));

  it.each(['', ':9100', 'a b', 'http://x', '10.0.0.1:0', '10.0.0.1:70000', '10.0.0.1/x', '-x'])(
    'is refused: %j',
    (text) => expect(readNetworkAddress(text)).toBeNull(),
  );
});

describe('a printer on the network', () => {
  it('gets every byte, in order, before the paper counts as sent', async () => {
    const got: Buffer[] = [];
    const server = createServer((socket) => socket.on('data', (bytes) => got.push(bytes)));
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    await print({ kind: 'network', address: `127.0.0.1:${port}` }, 'one ', 'two');
    await new Promise((resolve) => server.close(resolve));
    expect(Buffer.concat(got).toString()).toBe('one two');
  });

  it('that nobody stands behind refuses', async () => {
    const paper = print({ kind: 'network', address: '127.0.0.1:1' }, 'x');
    await expect(paper).rejects.toMatchObject({ trouble: 'refused' });
  });
});

describe('a printer that is a file', () => {
  it('collects its papers in its own folder', async () => {
    await print({ kind: 'file', address: 'Front counter' }, 'one ');
    await print({ kind: 'file', address: 'Front counter' }, 'two');
    expect(readFileSync(join(folder, 'prints/Front counter.prn'), 'utf8')).toBe('one two');
  });
});

describe('a device', () => {
  it('that is not there is named so', async () => {
    await expect(print({ kind: 'device', address: '/dev/usb/lp99' }, 'x')).rejects.toMatchObject({
      trouble: 'no_device',
    });
  });

  it('is a printing device by its name, and nothing else is opened', () => {
    const isDevice = (address: string) => isAddress({ kind: 'device', address });
    expect(['/dev/usb/lp0', '/dev/lp1', '/dev/ttyUSB0', '/dev/ttyS0', 'COM3'].filter(isDevice)).toHaveLength(5);
    expect(['/dev/null', '/dev/sda1', '/dev/usb/lp0/..', '/tmp/lp0', 'C:\\COM3'].filter(isDevice)).toEqual([]);
  });
});

describe('a queue of the system', () => {
  it('gets the bytes as they are', async () => {
    await standIn('lp', `echo "$@" > "${folder}/asked"; cat > "${folder}/given"`);
    await print({ kind: 'queue', address: 'Front_Counter' }, 'one ', 'two');
    expect(await readFile(join(folder, 'given'), 'utf8')).toBe('one two');
    expect(await readFile(join(folder, 'asked'), 'utf8')).toBe('-d Front_Counter -o raw -s\n');
  });

  it('that the system does not have took nothing', async () => {
    await standIn('lp', 'exit 1');
    await expect(print({ kind: 'queue', address: 'Gone' }, 'x')).rejects.toMatchObject({ trouble: 'no_queue' });
  });

  it('is offered by name, and none where the system has no queues', async () => {
    await standIn('lpstat', 'echo Front_Counter; echo "two words"; echo Back');
    expect(await systemQueues()).toEqual(['Front_Counter', 'Back']);
    await standIn('lpstat', 'exit 127');
    expect(await systemQueues()).toEqual([]);
  });
});
