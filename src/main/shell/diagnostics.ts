import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface DiagnosticsSources {
  readonly logFolder: string;
  /** Facts about the app, the system and the shop file. Whoever gathers them leaves out people and secrets. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The zip that helps somebody else find out what is wrong: facts and logs, and nothing of customers or staff. */
export async function packDiagnostics({ logFolder, facts }: DiagnosticsSources): Promise<Uint8Array> {
  // Needed once in a blue moon: not part of the start.
  const { strToU8, zip } = await import('fflate');
  const files: Record<string, Uint8Array> = { 'facts.json': strToU8(`${JSON.stringify(facts, null, 2)}\n`) };
  for (const name of await readdir(logFolder)) {
    if (/^galla(\.\d+)?\.log$/.test(name)) files[`logs/${name}`] = await readFile(join(logFolder, name));
  }
  return new Promise((resolve, reject) => {
    zip(files, (error, packed) => (error ? reject(error) : resolve(packed)));
  });
}
