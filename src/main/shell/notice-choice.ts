import { writeFileSync } from 'node:fs';
import type { NoticeChoice } from '@shared/contract';
import type { Log } from '@shared/log';
import { readJson } from './json-file';

/** Which notifications this machine shows. Unless somebody said otherwise, all of them. */
export function createNoticeChoice(file: string, log: Log) {
  let chosen: NoticeChoice | undefined;
  const now = (): NoticeChoice => {
    chosen ??= readChosen(file);
    return chosen;
  };
  return {
    now,
    set({ low_stock, out_of_stock, oversold, new_order }: NoticeChoice): NoticeChoice {
      chosen = { low_stock, out_of_stock, oversold, new_order };
      try {
        writeFileSync(file, JSON.stringify(chosen));
      } catch (error) {
        log.warn({ error }, 'the choice of notifications could not be remembered');
      }
      return chosen;
    },
  };
}

function readChosen(file: string): NoticeChoice {
  const { low_stock, out_of_stock, oversold, new_order } = readJson(file);
  return {
    low_stock: low_stock !== false,
    out_of_stock: out_of_stock !== false,
    oversold: oversold !== false,
    new_order: new_order !== false,
  };
}
