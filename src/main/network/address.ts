import { networkInterfaces } from 'node:os';
import { usualPort } from '@shared/door';
import { AppError } from '@shared/errors';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * What a person types or a hub announces: `192.168.1.5`, `till-1.local:4747`, `[fe80::1]:4747`.
 *
 * @throws AppError `bad_value`
 */
export function readAddress(text: string): Address {
  const found = /^(?:\[([0-9a-fA-F:.]{2,45}(?:%[\w.-]{1,20})?)\]|([A-Za-z0-9._-]{1,253}))(?::(\d{1,5}))?$/.exec(
    text.trim(),
  );
  const host = found?.[1] ?? found?.[2];
  const port = Number(found?.[3] ?? usualPort);
  if (host === undefined || port < 1 || port > 65_535) {
    throw new AppError('bad_value', 'This is no address of a till', { field: 'address' });
  }
  return { host, port };
}

export function addressText({ host, port }: Address): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Where others on the local network reach a port of this machine. */
export function ownAddresses(port: number): string[] {
  const found = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return found
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => addressText({ host: address, port }));
}
