import { fork } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { root } from '../../../scripts/lib/paths.mjs';

const hooks = pathToFileURL(`${root}/scripts/lib/ts-hooks.mjs`).href;

/** What a child process of a benchmark can be asked, by name. */
export type Answers = Readonly<Record<string, (input: never) => unknown>>;

/** A process of its own, asked by messages. */
export interface Child<A extends Answers> {
  readonly pid: number;
  ask<N extends keyof A & string>(name: N, ...input: Parameters<A[N]>): Promise<Awaited<ReturnType<A[N]>>>;
  /** Ends it as a power cut would; resolves when it is gone. */
  kill(): Promise<void>;
  /** Lets it end by itself. */
  end(): Promise<void>;
}

interface Question {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}
interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

const running = new Set<{ end(): Promise<void> }>();

/** Starts a TypeScript file that calls {@link answerParent}; its type is `Child<typeof answers>`. */
export function startChild<A extends Answers>(file: string, flags: readonly string[] = []): Child<A> {
  const child = fork(file, { execArgv: ['--import', hooks, ...flags], serialization: 'advanced' });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  child.on('message', (message) => {
    const { id, value, error } = message as Answer; // proof: `answerParent` sends nothing else
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(value);
    else asked?.reject(new Error(error));
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void gone.then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} has ended`));
  });
  const self: Child<A> = {
    pid: child.pid ?? 0,
    ask: (name, ...[input]) =>
      new Promise((resolve, reject) => {
        last += 1;
        // proof: the child answers a question with the value that its function of this name returned
        waiting.set(last, { resolve: resolve as (value: unknown) => void, reject });
        child.send({ id: last, name, input } satisfies Question);
      }),
    kill: async () => {
      running.delete(self);
      child.kill('SIGKILL');
      await gone;
    },
    end: async () => {
      running.delete(self);
      if (child.connected) child.disconnect();
      await gone;
    },
  };
  running.add(self);
  return self;
}

/** Ends every child that still runs. */
export async function endChildren(): Promise<void> {
  await Promise.all([...running].map((child) => child.end()));
}

/** The child's side. */
export function answerParent(answers: Answers): void {
  process.on('message', async (message) => {
    const { id, name, input } = message as Question; // proof: `startChild` sends nothing else
    let answer: Answer;
    try {
      answer = { id, value: await answers[name]?.(input as never) }; // proof: typed where it is asked
    } catch (error) {
      answer = { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    process.send?.(answer);
  });
  process.on('disconnect', () => process.exit());
}

/** ms of the machine's monotonic clock: the same in every process. */
export const machineNow = (): number => Number(process.hrtime.bigint()) / 1e6;
