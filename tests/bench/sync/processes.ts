import { join } from 'node:path';
import { hubHeapFlags } from '@shared/hub-heap';
import { type Child, startChild } from '../support/child.ts';
import { rounded } from '../support/measure.ts';
import type { CrowdAnswers } from './crowd-process.ts';
import type { HubAnswers } from './hub-process.ts';
import type { TillAnswers } from './till-process.ts';

const here = import.meta.dirname;

export type HubChild = Child<HubAnswers>;
export type TillChild = Child<TillAnswers>;
export type CrowdChild = Child<CrowdAnswers>;

/** Flags of Node for a process under test, as `GALLA_BENCH_HUB_FLAGS=--cpu-prof`. */
const flags = (name: string) => process.env[`GALLA_BENCH_${name}_FLAGS`]?.split(' ') ?? [];

export const startTill = (): TillChild => startChild(join(here, 'till-process.ts'), flags('TILL'));
export const startCrowd = (): CrowdChild => startChild(join(here, 'crowd-process.ts'));

/** A hub with these terminals enrolled. */
export async function startHub(
  folder: string,
  terminals: readonly string[] = [],
  port = 0,
): Promise<{ hub: HubChild; port: number }> {
  const hub: HubChild = startChild(join(here, 'hub-process.ts'), [...hubHeapFlags, ...flags('HUB')]);
  const started = await hub.ask('start', { folder, port });
  await hub.ask('enrol', { terminals });
  return { hub, port: started.port };
}

export const names = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a process has computed between two looks at it. */
export function cpuSeconds(before: NodeJS.CpuUsage, after: NodeJS.CpuUsage): number {
  return rounded((after.user + after.system - before.user - before.system) / 1e6);
}

/** The load of the machine while something ran, beside which its figures are to be read. */
export { loadavg } from 'node:os';
