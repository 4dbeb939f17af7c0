/** Products from a CSV or an XLSX: looked at, checked as a whole, written without stopping the counter. docs/import.md */
import type { ImportProgress } from '@shared/contract';
import type { AnyReaderJob } from '../../store';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { checkJob } from './check';
import { ImportDesk } from './desk';
import { previewJob } from './preview';

export { ImportDesk } from './desk';
export { importLimits } from './limits';
export { type PlannedRow, readPlan, writePlan } from './plan';

export const importJobs: readonly AnyReaderJob[] = [previewJob, checkJob];

/** What importing needs of the program around it. */
export interface ImportPorts {
  /** Asks the person for a file; null when they would rather not. */
  readonly chooseFile: () => Promise<string | null>;
  readonly onProgress: (progress: ImportProgress) => void;
}

export interface Imports {
  readonly handlers: Handlers<Extract<keyof Handlers, `import.${string}`>>;
  /** To be called once at the start: an import that was cut short is written to its end. */
  resume(): Promise<void>;
  /** Stops between two transactions; what was decided goes on at the next start. */
  close(): Promise<void>;
}

export function createImports(deps: ShopDeps, { chooseFile, onProgress }: ImportPorts): Imports {
  const desk = new ImportDesk(deps, onProgress);
  return {
    handlers: {
      'import.choose': async () => {
        const path = await chooseFile();
        return path === null ? null : desk.open(path);
      },
      'import.reread': (input) => desk.reread(input),
      'import.check': (input) => desk.check(input),
      'import.run': ({ token }, context) => desk.run(token, actorOf(context).staffId),
      'import.cancel': async ({ token }) => {
        await desk.cancel(token);
        return null;
      },
      'import.progress': () => desk.progress(),
    },
    resume: async () => {
      await desk.resume();
    },
    close: () => desk.close(),
  };
}
