import { parentPort, workerData } from 'node:worker_threads';
import type { AnyReaderJob, ReaderJob } from './job';
import { ReaderSession } from './session';
import { type JobReply, type JobRequest, type ReaderThreadData, toWire } from './wire';

/** Runs in a worker thread: answers each request with the job of that name. Called once, by `reader-worker.ts`. */
export function serveReaderJobs(jobs: readonly AnyReaderJob[]): void {
  const port = parentPort;
  if (!port) throw new Error('serveReaderJobs runs in a worker thread');
  const { file }: ReaderThreadData = workerData;
  const byName = new Map(jobs.map((job) => [job.name, job]));
  if (byName.size !== jobs.length) throw new Error('Two reader jobs have one name');
  let session: ReaderSession | undefined;

  port.on('message', async ({ id, job: name, args }: JobRequest) => {
    const answer = (reply: JobReply) => port.postMessage(reply);
    try {
      const job = byName.get(name);
      if (!job) throw new Error(`Reader job ${name} is not listed in reader-worker.ts`);
      session ??= new ReaderSession(file);
      // proof: the pool sends a job's name only together with arguments of that job's type
      const value = await session.run(job as ReaderJob<unknown, unknown>, args);
      answer({ id, ok: true, value });
    } catch (error) {
      // Also a result that cannot be cloned.
      answer({ id, ok: false, error: toWire(error) });
    }
  });
}
