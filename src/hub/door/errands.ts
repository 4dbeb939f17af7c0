import type { Control, ControlAnswers, ControlRefusal, KnownDevice } from '@shared/door';
import type { Hub } from '../hub';
import type { Devices } from './devices';
import type { PairingDesk } from './pairing-desk';

export type Done =
  | { readonly ok: true; readonly value: ControlAnswers[Control['call']] }
  | { readonly ok: false; readonly code: ControlRefusal };

export interface ErrandOptions {
  readonly hub: Pick<Hub, 'enrol' | 'revoke' | 'replayQuarantine'>;
  readonly devices: Devices;
  readonly desk: PairingDesk;
  readonly operators: ReadonlySet<string>;
  /** Whether a terminal has a line now. */
  readonly isOnline: (terminal: string) => boolean;
  readonly onChange: () => void;
}

/** Does what the operator asks: the hosting till over its control line, or a command beside the hub. */
export async function runErrand(options: ErrandOptions, ask: Control, operator: string): Promise<Done> {
  const { hub, devices, desk, onChange } = options;
  switch (ask.call) {
    case 'enrol':
      if (!devices.bindHost(ask.terminal, operator)) return { ok: false, code: 'not_found' };
      await hub.enrol({ id: ask.terminal, series: ask.series });
      return { ok: true, value: null };
    case 'openPairing':
      return { ok: true, value: await desk.open() };
    case 'pairing':
      return { ok: true, value: desk.pairing };
    case 'closePairing':
      return { ok: true, value: desk.close() };
    case 'confirm': {
      const answer = await desk.confirm(ask.digits, ask.name, ask.role);
      if (answer === 'wrong') return { ok: false, code: 'pairing_digits' };
      return answer === 'closed' ? { ok: false, code: 'pairing_closed' } : { ok: true, value: answer };
    }
    case 'devices':
      return { ok: true, value: devices.all().map((device) => known(options, device)) };
    case 'revoke': {
      const device = devices.get(ask.terminal);
      if (!device) return { ok: false, code: 'not_found' };
      if (options.operators.has(device.key)) return { ok: false, code: 'host_terminal' };
      for (const terminal of devices.revoke(ask.terminal)) await hub.revoke(terminal);
      onChange();
      return { ok: true, value: null };
    }
    case 'replay':
      return { ok: true, value: await hub.replayQuarantine() };
  }
}

function known({ operators, isOnline }: ErrandOptions, device: ReturnType<Devices['all']>[number]): KnownDevice {
  const { terminal, key, lastSeen, version, revoked } = device;
  return { terminal, lastSeen, version, revoked, online: isOnline(terminal), isHost: operators.has(key) };
}
