import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Devices, leaveErrand } from './door';

/**
 * Lets one till in at a hub that runs by itself: opens its door for two minutes, and asks for the digits that the till
 * shows. Returns the command's exit code.
 */
export async function pairByHand(folder: string): Promise<number> {
  const file = join(folder, 'devices.db');
  if (!existsSync(file)) {
    console.error(`No hub has its data in ${folder}.`);
    return 1;
  }
  const devices = new Devices(file);
  const terminal = createInterface({ input: stdin, output: stdout });
  try {
    await leaveErrand(devices, { call: 'openPairing' });
    console.log('The door is open for two minutes. On the new till choose "Join a shop" and this machine.');
    const deviceName = await someoneAsks(devices);
    if (deviceName === null) {
      console.error('Nobody asked to join.');
      return 1;
    }
    console.log(`"${deviceName}" asks to join.`);
    const digits = (await terminal.question('The six digits that it shows: ')).replaceAll(/\D/g, '');
    const name = (await terminal.question('A name for it: ')).trim() || deviceName;
    const paired = await leaveErrand(devices, { call: 'confirm', digits, name: name.slice(0, 200), role: 'counter' });
    if (paired.state !== 'done') throw new Error('pairing_closed');
    console.log(`${paired.terminal.name} belongs to the shop now; its numbers begin with ${paired.terminal.series}.`);
    return 0;
  } catch (error) {
    const code = error instanceof Error ? error.message : String(error);
    console.error(refusals[code] ?? code);
    return 1;
  } finally {
    terminal.close();
    devices.close();
  }
}

const refusals: Readonly<Record<string, string>> = {
  no_hub: 'The hub does not answer: is it running?',
  pairing_digits: 'These are not the digits that the till shows. Nobody was let in; start again on both sides.',
  pairing_closed: 'The till has gone or the time is over. Start again on both sides.',
};

async function someoneAsks(devices: Devices): Promise<string | null> {
  for (;;) {
    const pairing = await leaveErrand(devices, { call: 'pairing' });
    if (pairing.state === 'asking') return pairing.request.deviceName;
    if (pairing.state !== 'open') return null;
  }
}
