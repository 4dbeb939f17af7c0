import { readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import type { IntervalHistogram } from 'node:perf_hooks';

/** Numbers and names of versions. Whoever gathers them leaves out people and secrets. */
export type Facts = Readonly<Record<string, unknown>>;

export interface DiagnosticsOptions {
  /** Asks where to, with a name to start from; null when the person cancelled. */
  readonly choose: (suggestion: string) => Promise<string | null>;
  readonly logFolder: string;
  readonly facts: () => Facts;
}

/** Writes the zip that helps somebody else find out what is wrong. Answers where, or null. */
export async function saveDiagnostics({ choose, logFolder, facts }: DiagnosticsOptions): Promise<string | null> {
  const target = await choose('galla-diagnostics.zip');
  if (target !== null) await writeFile(target, await packDiagnostics(logFolder, facts()));
  return target;
}

/** Facts and logs, and nothing of customers or staff. */
export async function packDiagnostics(logFolder: string, facts: Facts): Promise<Uint8Array> {
  // Needed once in a blue moon: not part of the start.
  const { strToU8, zip } = await import('fflate');
  const files: Record<string, Uint8Array> = { 'facts.json': strToU8(`${JSON.stringify(facts, null, 2)}\n`) };
  // On a write-protected disk there may be no logs: the facts are worth having all the same.
  for (const name of await readdir(logFolder).catch(() => [])) {
    if (/^galla(\.\d+)?\.log$/.test(name)) files[`logs/${name}`] = await readFile(join(logFolder, name));
  }
  return new Promise((resolve, reject) => {
    zip(files, (error, packed) => (error ? reject(error) : resolve(packed)));
  });
}

/** The machine and the process, and how long the main loop was held. */
export function systemFacts(loopDelay: IntervalHistogram): Facts {
  const ms = (nanoseconds: number) => Math.round(nanoseconds / 1e4) / 100;
  return {
    versions: { ...process.versions },
    system: {
      platform: process.platform,
      release: os.release(),
      arch: process.arch,
      locale: Intl.NumberFormat().resolvedOptions().locale,
    },
    machine: { cpus: os.cpus().length, memoryBytes: os.totalmem(), freeMemoryBytes: os.freemem() },
    process: { uptimeSeconds: Math.round(process.uptime()), memory: process.memoryUsage() },
    mainLoopDelayMs: {
      mean: ms(loopDelay.mean),
      p50: ms(loopDelay.percentile(50)),
      p99: ms(loopDelay.percentile(99)),
      max: ms(loopDelay.max),
    },
  };
}
