/**
 * The reader thread. Every job that `store.readers.run` can be given is listed here, once: the thread knows jobs by
 * name only.
 */
import { shopJobs } from './shop';
import { serveReaderJobs, storeJobs } from './store';

serveReaderJobs([...storeJobs, ...shopJobs]);
