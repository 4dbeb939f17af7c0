import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { openTill } from '../../contract/world';
import { temporaryFolder, until } from '../../support/network';

// Whole tills and hubs, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

const root = resolve(import.meta.dirname, '../../..');
const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** The hub's own program, as `npm run hub` starts it, with everything it has said. */
function start(...args: string[]): { child: ChildProcess; said: () => string; ended: Promise<number | null> } {
  const hooks = join(root, 'scripts/lib/ts-hooks.mjs');
  const child = spawn(process.execPath, ['--import', hooks, join(root, 'src/hub/main.ts'), ...args]);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      text += String(data);
    });
  }
  const ended = once(child, 'exit').then(([code]) => code);
  closing.push(() => child.kill('SIGKILL'));
  return { child, said: () => text, ended };
}

it('a hub by itself says how to pair, lets a till in by the digits typed beside it, and stops in good order', async () => {
  const { folder, remove } = temporaryFolder();
  closing.push(remove);
  const hub = start('--data', folder, '--port', '0', '--host', '127.0.0.1', '--quiet');
  const port = await until(() => /"port":(\d+)/.exec(hub.said())?.[1]);
  await until(() => hub.said().includes(`--data ${folder} pair`));

  const till = await openTill();
  closing.push(() => till.close());
  const command = start('--data', folder, 'pair');
  await until(() => command.said().includes('The door is open'));
  await till.call('network.join', { address: `127.0.0.1:${port}` });
  const digits = await until(async () => {
    const joining = await till.call('network.joining', {});
    return joining.state === 'comparing' ? joining.digits : null;
  });
  await until(() => command.said().includes('The six digits'));
  command.child.stdin?.write(`${digits.slice(0, 3)} ${digits.slice(3)}\n`);
  await until(() => command.said().includes('A name for it'));
  command.child.stdin?.write('Bakery\n');
  expect(await command.ended).toBe(0);
  expect(command.said()).toContain('Bakery belongs to the shop now');
  await until(async () => (await till.call('network.status', {})).phase === 'live');

  hub.child.kill('SIGTERM');
  expect(await hub.ended).toBe(0);
  expect(hub.said()).toContain('The hub has stopped');
});

it('nobody is let in by the command when no hub is there', async () => {
  const { folder, remove } = temporaryFolder();
  closing.push(remove);
  const command = start('--data', folder, 'pair');
  expect(await command.ended).toBe(1);
  expect(command.said()).toContain('No hub has its data');
});
