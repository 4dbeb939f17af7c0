import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { ReaderJob } from './job';
import { ReaderSession } from './session';
import { fromWire, type JobReply, type JobRequest, type ReaderThreadData } from './wire';

/** Starts a thread that runs `reader-worker.ts` with these options. */
export type StartReaderThread = (options: WorkerOptions) => Worker;

/** Two: a long report must not keep the backup waiting, and a counter PC has few cores. */
const maxThreads = 2;

interface Task {
  readonly request: JobRequest;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  task: Task | undefined;
}

/** Reader threads, started when first needed; jobs beyond their number wait in order. */
export class ReaderPool {
  readonly #file: string;
  readonly #start: StartReaderThread | undefined;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Task[] = [];
  #nextId = 1;
  #closed = false;

  /** @param start absent in command-line tools and small tests: jobs then run in this thread, and hold it */
  constructor(file: string, start: StartReaderThread | undefined) {
    this.#file = file;
    this.#start = start;
  }

  /** Runs a job on one consistent state of the shop. Rejects with what the job threw, AppError and all. */
  async run<A, R>(job: ReaderJob<A, R>, args: A): Promise<R> {
    if (this.#closed) throw new Error('The store is closed');
    if (!this.#start) return this.#runHere(job, args);
    const value = await new Promise<unknown>((resolve, reject) => {
      const request = { id: this.#nextId++, job: job.name, args };
      this.#waiting.push({ request, resolve, reject });
      this.#dispatch();
    });
    return value as R; // proof: the thread ran the job of this name, whose result is R
  }

  /** Ends the threads; what they were doing is rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    const threads = [...this.#threads];
    for (const task of this.#waiting.splice(0)) task.reject(new Error('The store was closed'));
    await Promise.all(threads.map((thread) => thread.worker.terminate()));
  }

  get hasThreads(): boolean {
    return this.#threads.size > 0;
  }

  async #runHere<A, R>(job: ReaderJob<A, R>, args: A): Promise<R> {
    const session = new ReaderSession(this.#file);
    try {
      return await session.run(job, args);
    } finally {
      session.close();
    }
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#idleThread();
      if (!thread) return;
      const task = this.#waiting.shift();
      if (!task) return;
      thread.task = task;
      // A pending job keeps the process alive, an idle thread does not.
      thread.worker.ref();
      try {
        thread.worker.postMessage(task.request);
      } catch (error) {
        // Arguments that cannot be cloned: the job's fault, not the thread's.
        thread.task = undefined;
        thread.worker.unref();
        task.reject(new Error(`Reader job ${task.request.job}: its arguments cannot be sent`, { cause: error }));
      }
    }
  }

  #idleThread(): Thread | undefined {
    for (const thread of this.#threads) if (!thread.task) return thread;
    return this.#threads.size < maxThreads ? this.#startThread() : undefined;
  }

  #startThread(): Thread | undefined {
    if (!this.#start) return undefined;
    const workerData: ReaderThreadData = { file: this.#file };
    const thread: Thread = { worker: this.#start({ workerData, name: 'reader' }), task: undefined };
    this.#threads.add(thread);
    thread.worker.unref();
    thread.worker.on('message', (reply: JobReply) => {
      const { task } = thread;
      if (task?.request.id !== reply.id) return;
      thread.task = undefined;
      thread.worker.unref();
      if (reply.ok) task.resolve(reply.value);
      else task.reject(fromWire(reply.error));
      this.#dispatch();
    });
    let failure: unknown;
    thread.worker.on('error', (error) => {
      failure = error;
    });
    thread.worker.on('exit', () => {
      this.#threads.delete(thread);
      thread.task?.reject(new Error('The reader thread ended', { cause: failure }));
      thread.task = undefined;
      if (!this.#closed) this.#dispatch();
    });
    return thread;
  }
}
