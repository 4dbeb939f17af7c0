import type { HandlerInput, Printer, PrinterState } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { Ids } from '@shared/ids';
import { isLabelProfile, labelProfileNames } from '@shared/printers';
import type { LocalTransaction, Store } from '../store';
import type { PrinterRow } from './queue';
import { isAddress } from './transports';

/** More than any terminal has; a bound for what a page can make main store. */
const mostPrinters = 20;

/** Adds or changes a printer of this terminal. @throws AppError `bad_value` (field), `not_found` */
export function savePrinter(
  store: Store,
  ids: Ids,
  now: number,
  input: HandlerInput<'printing.savePrinter'>,
): { id: string } {
  const { kind, width, profile } = input;
  const isForLabels = isLabelProfile(profile);
  // A label printer prints no receipts: it is never the one that sales go to.
  const [isDefault, hasDrawer, printsSales] = [input.isDefault, input.hasDrawer, input.printsSales].map(
    (flag) => flag && !isForLabels,
  );
  const name = input.name.trim();
  const address = kind === 'simulator' ? '' : input.address.trim();
  // The printer on the screen speaks ESC/POS.
  if (isForLabels && kind === 'simulator') {
    throw new AppError('bad_value', 'No label printer is on the screen', { field: 'profile' });
  }
  if (!isAddress({ kind, address })) {
    throw new AppError('bad_value', 'No printer has such an address', { field: 'address' });
  }
  const id = input.id ?? ids.next();
  store.transaction((tx) => {
    const known = tx.local<[], { id: string; is_default: 0 | 1 }>('SELECT id, is_default FROM printer').all();
    const isKnown = known.some((each) => each.id === id);
    if (input.id !== undefined && !isKnown) {
      throw new AppError('not_found', `No printer ${id}`, { entity: 'printer', id });
    }
    if (!isKnown && known.length >= mostPrinters) {
      throw new AppError('bad_value', 'A terminal has no more printers than that', { field: 'name' });
    }
    // The first one is the one; and there is never none while there is a printer for receipts.
    const others = known.filter((each) => each.id !== id);
    const becomesDefault = isDefault || (!isForLabels && !others.some((each) => each.is_default === 1));
    if (becomesDefault) tx.local('UPDATE printer SET is_default = 0').run();
    const flags = [becomesDefault, hasDrawer, printsSales].map((flag) => (flag ? 1 : 0));
    if (isKnown) {
      tx.local(
        `UPDATE printer SET name = ?, kind = ?, address = ?, width = ?, profile = ?, is_default = ?, has_drawer = ?,
           prints_sales = ? WHERE id = ?`,
      ).run(name, kind, address, width, profile, ...flags, id);
    } else {
      tx.local(
        `INSERT INTO printer (name, kind, address, width, profile, is_default, has_drawer, prints_sales, id, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(name, kind, address, width, profile, ...flags, id, now);
    }
    chooseDefault(tx);
    tx.touch('printing');
  });
  return { id };
}

/** Its jobs go with it; the oldest of the others becomes the default. @throws AppError `not_found` */
export function removePrinter(store: Store, id: string): void {
  store.transaction((tx) => {
    const { changes } = tx.local<[string]>('DELETE FROM printer WHERE id = ?').run(id);
    if (changes === 0) throw new AppError('not_found', `No printer ${id}`, { entity: 'printer', id });
    chooseDefault(tx);
    tx.touch('printing');
  });
}

/** Where none is the default, the oldest that prints receipts becomes it. */
function chooseDefault(tx: Pick<LocalTransaction, 'local'>): void {
  tx.local<[string]>(
    `UPDATE printer SET is_default = 1
     WHERE id = (SELECT id FROM printer WHERE profile NOT IN (SELECT value FROM json_each(?)) ORDER BY created_at, id LIMIT 1)
       AND NOT EXISTS (SELECT 1 FROM printer WHERE is_default = 1)`,
  ).run(JSON.stringify(labelProfileNames));
}

export function viewPrinter(row: PrinterRow, state: PrinterState): Printer {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    address: row.address,
    width: row.width,
    profile: row.profile,
    isDefault: row.is_default === 1,
    hasDrawer: row.has_drawer === 1,
    printsSales: row.prints_sales === 1,
    state,
  };
}
