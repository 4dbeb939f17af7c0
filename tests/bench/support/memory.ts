import { readdirSync, readFileSync } from 'node:fs';

export interface Memory {
  readonly processes: number;
  /** Proportional set size: shared pages are divided among those who share them, so the sum is what is really used. */
  readonly pssMb: number;
  /** Resident set size: counts shared pages once for every process. */
  readonly rssMb: number;
}

/**
 * The memory of a process and all its descendants. Linux only; answers undefined elsewhere.
 * @param pid of the topmost process
 */
export function memoryOfTree(pid: number): Memory | undefined {
  if (process.platform !== 'linux') return undefined;
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const parent = parentOf(Number(name));
    if (parent !== undefined) parents.set(Number(name), parent);
  }
  const tree = new Set([pid]);
  // Each pass finds one generation more.
  for (let before = 0; before < tree.size; ) {
    before = tree.size;
    for (const [child, parent] of parents) if (tree.has(parent)) tree.add(child);
  }
  const rollups = [...tree].flatMap((member) => {
    const text = readOrNothing(`/proc/${member}/smaps_rollup`);
    return text === '' ? [] : [text];
  });
  const total = (field: string) =>
    rollups.reduce((sum, text) => sum + Number(new RegExp(`^${field}: +(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0), 0);
  const mb = (kb: number) => Math.round(kb / 102.4) / 10;
  return { processes: rollups.length, pssMb: mb(total('Pss')), rssMb: mb(total('Rss')) };
}

function parentOf(pid: number): number | undefined {
  if (!Number.isSafeInteger(pid)) return undefined;
  // The second field is the command in parentheses and may itself hold spaces and parentheses.
  const fields = readOrNothing(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ');
  const parent = Number(fields?.[1]);
  return Number.isSafeInteger(parent) ? parent : undefined;
}

/** A process may end while it is looked at. */
function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
