import type { CallInput, CallOutput, PrinterTrouble, PrintJob, SimulatedFault } from '@shared/contract';
import { printingCalls } from '@shared/contract';
import { AppError } from '@shared/errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Printing, queueDrawer, queueReceipt } from '../../../src/main/printing';
import { profiles } from '../../../src/main/printing/profiles';
import { PrinterSimulator, type SimulatorServer, serveSimulator } from '../../../src/main/printing/simulator';
import type { Store } from '../../../src/main/store';
import { eventually } from '../../support/eventually';
import { fakePages } from '../../support/paper-pages';
import { paperBill, shopSettings } from '../../support/papers';
import { makeTestShop, type TestShop } from '../../support/shop-store';

const user = { staffId: 'asha', name: 'Asha', role: 'owner' as const };
const billId = paperBill().id;

/** A real shop file, a real queue, and a printer on a real port. */
let shop: TestShop;
let store: Store;
let simulator: PrinterSimulator;
let server: SimulatorServer;
let printing: Printing;
/** What the queue waits for: run by the test instead of by the clock. */
let alarms: { run: () => void; ms: number }[];

function openPrinting(printMs = 400): Printing {
  return new Printing(
    {
      store,
      clock: shop.clock,
      ids: shop.ids,
      settings: () => ({ ...shopSettings(), created_at: 0 }),
      documents: {
        bill(id) {
          if (id !== billId) throw new AppError('not_found', 'No such bill');
          return paperBill();
        },
        return: unused,
        void: unused,
        shift: unused,
        payment: unused,
        cash: unused,
        customer: unused,
        products: unused,
      },
    },
    {
      pages: fakePages(),
      printFolder: shop.folder,
      chooseInvoiceFile: async () => null,
      chooseLabelFile: async () => null,
      openExternal: async () => {},
      log: { info: () => {}, warn: () => {}, error: () => {} },
      patience: { statusMs: 250, printMs },
      later(run, ms) {
        const alarm = { run, ms };
        alarms.push(alarm);
        return () => alarms.splice(alarms.indexOf(alarm), 1);
      },
    },
  );
}

function unused(): never {
  throw new Error('Only bills are printed here');
}

type Wanted = Partial<CallInput<'printing.savePrinter'>>;

function addPrinter(fields: Wanted = {}): CallOutput<'printing.savePrinter'> {
  return printing.save(
    printingCalls['printing.savePrinter'].input.parse({
      name: 'Front',
      kind: 'network',
      address: server.address,
      width: 80,
      profile: 'epson',
      isDefault: true,
      hasDrawer: true,
      printsSales: true,
      ...fields,
    }),
  );
}

const printBill = (): PrintJob => printing.print(user, { kind: 'bill', id: billId, copy: 'original' });
const job = (id: string): PrintJob | undefined => printing.jobs(50).find((each) => each.id === id);
const becomes = (id: string, expected: Partial<PrintJob>) => eventually(() => expect(job(id)).toMatchObject(expected));
const papersWith = (words: string): number =>
  simulator.papers.filter((paper) => JSON.stringify(paper).includes(words)).length;

/** The pause is over: the clock moves on and whoever waits is woken. */
async function passTime(ms: number): Promise<void> {
  await eventually(() => expect(alarms).not.toEqual([]));
  shop.clock.advance(ms);
  for (const { run } of alarms.splice(0)) run();
}

beforeEach(async () => {
  shop = makeTestShop();
  store = shop.open();
  alarms = [];
  simulator = new PrinterSimulator(profiles.epson, 80);
  server = await serveSimulator(simulator);
  printing = openPrinting();
});

afterEach(async () => {
  await printing.close();
  await server.close();
  await shop.dispose();
});

describe('a paper in the queue', () => {
  it('is printed once, and the printer has said so', async () => {
    addPrinter();
    const { id } = printBill();
    await becomes(id, { state: 'printed', trouble: null, attempts: 1 });
    expect(simulator.text).toContain('A1/2627/000123');
    expect(simulator.papers).toHaveLength(1);
    expect(printing.status()).toMatchObject({ printer: 'Front', state: 'ready', waiting: 0, attention: 0 });
  });

  it.each<[SimulatedFault, string]>([
    ['paper_out', 'paper_out'],
    ['cover_open', 'cover_open'],
    ['offline', 'offline'],
    ['silent', 'no_answer'],
    ['nonsense', 'nonsense'],
    ['refuses', 'broke_off'],
  ])(
    'waits while the printer suffers from %s before it begins, and is printed once that is over',
    async (fault, trouble) => {
      addPrinter();
      simulator.suffer(fault);
      const { id } = printBill();
      await becomes(id, { state: 'queued', trouble: expect.stringMatching(`${trouble}|refused`) });
      expect(simulator.papers).toEqual([]);
      expect(printing.status()).toMatchObject({ state: 'trouble', waiting: 1, attention: 0 });
      simulator.suffer('none');
      await passTime(60_000);
      await becomes(id, { state: 'printed', trouble: null });
      expect(papersWith('A1/2627/000123')).toBe(1);
      expect(printing.status()).toMatchObject({ state: 'ready', waiting: 0 });
    },
  );

  it('waits for a printer that is not there', async () => {
    addPrinter();
    await server.close();
    const { id } = printBill();
    await becomes(id, { state: 'queued', trouble: 'refused' });
    expect(alarms.map(({ ms }) => ms)).toEqual([1_000]);
  });

  it('is tried again after longer and longer pauses', async () => {
    addPrinter();
    simulator.suffer('paper_out');
    const { id } = printBill();
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 6; attempt++) {
      await becomes(id, { state: 'queued', attempts: attempt });
      await eventually(() => expect(alarms).toHaveLength(1));
      pauses.push(alarms[0]?.ms ?? 0);
      await passTime(alarms[0]?.ms ?? 0);
    }
    expect(pauses).toEqual([1_000, 2_000, 5_000, 10_000, 30_000, 30_000]);
  });

  it('is not printed by itself long after it was wanted', async () => {
    addPrinter();
    simulator.suffer('cover_open');
    const { id } = printBill();
    await becomes(id, { state: 'queued', trouble: 'cover_open' });
    simulator.suffer('none');
    await passTime(11 * 60_000);
    await becomes(id, { state: 'failed', trouble: 'cover_open' });
    expect(simulator.papers).toEqual([]);
    expect(printing.status()).toMatchObject({ attention: 1 });
    printing.retry(id);
    await becomes(id, { state: 'printed' });
  });

  it.each<[SimulatedFault, PrinterTrouble]>([
    ['dies', 'broke_off'],
    ['paper_out', 'paper_out'],
  ])(
    'is uncertain when the printer suffers from %s in the middle, and never printed again by itself',
    async (fault, trouble) => {
      addPrinter();
      simulator.suffer(fault, 5);
      const { id } = printBill();
      await becomes(id, { state: 'uncertain', trouble });
      simulator.suffer('none');
      const next = printBill();
      await becomes(next.id, { state: 'printed' });
      expect(job(id)).toMatchObject({ state: 'uncertain' });
      expect(printing.status()).toMatchObject({ attention: 1 });
      printing.dismiss(id);
      expect(printing.status()).toMatchObject({ attention: 0 });
    },
  );

  it('is uncertain when a slow printer does not say in time that it is done, and is printed again when a person says so', async () => {
    addPrinter();
    simulator.suffer('slow');
    const { id } = printBill();
    await becomes(id, { state: 'uncertain', trouble: 'no_answer' });
    simulator.suffer('none');
    expect(printing.retry(id)).toMatchObject({ state: 'queued' });
    await becomes(id, { state: 'printed' });
    expect(papersWith('A1/2627/000123')).toBe(2);
  });

  it('is uncertain after the app ended while it was being sent', async () => {
    addPrinter();
    simulator.suffer('paper_out');
    const { id } = printBill();
    await becomes(id, { state: 'queued', trouble: 'paper_out' });
    await printing.close();
    store.transaction((tx) => tx.local(`UPDATE print_job SET state = 'sending' WHERE id = ?`).run(id));
    simulator.suffer('none');
    printing = openPrinting();
    expect(job(id)).toMatchObject({ state: 'uncertain', trouble: 'restarted' });
    expect(papersWith('A1/2627/000123')).toBe(0);
  });

  it('does not keep the app from ending, and is uncertain then', async () => {
    await printing.close();
    printing = openPrinting(60_000);
    addPrinter();
    simulator.suffer('slow');
    const { id } = printBill();
    await becomes(id, { state: 'sending' });
    await printing.close();
    printing = openPrinting();
    expect(job(id)).toMatchObject({ state: 'uncertain', trouble: 'restarted' });
  });

  it('that waited when the app ended is printed by the next start', async () => {
    addPrinter();
    simulator.suffer('offline');
    const { id } = printBill();
    await becomes(id, { state: 'queued', trouble: 'offline' });
    await printing.close();
    simulator.suffer('none');
    shop.clock.advance(5_000);
    printing = openPrinting();
    await becomes(id, { state: 'printed' });
  });

  it('keeps its place: what came later is printed later', async () => {
    addPrinter();
    simulator.suffer('offline');
    const first = printBill();
    await becomes(first.id, { state: 'queued', trouble: 'offline' });
    const second = printing.test(user, first.printerId);
    simulator.suffer('none');
    await passTime(2_000);
    await becomes(second.id, { state: 'printed' });
    expect(simulator.papers.map((paper) => JSON.stringify(paper).includes('Test page'))).toEqual([false, true]);
  });

  it('fails with words when its document is gone, and does not hold up the next', async () => {
    const { id: printerId } = addPrinter();
    store.transaction((tx) => {
      queueReceipt(asMutation(tx), shop.ids, { kind: 'bill', id: 'gone', label: '', opensDrawer: false });
    });
    const next = printing.test(user, printerId);
    await becomes(next.id, { state: 'printed' });
    expect(printing.jobs(50).find(({ kind }) => kind === 'bill')).toMatchObject({
      state: 'failed',
      trouble: 'no_document',
    });
  });

  it('of a printer that answers nothing is believed when it took every byte', async () => {
    addPrinter({ profile: 'generic58', width: 58 });
    const { id } = printBill();
    await becomes(id, { state: 'printed' });
  });

  it('asks for a printer when there is none', () => {
    expect(() => printBill()).toThrow(expect.objectContaining({ code: 'no_printer' }));
    expect(printing.status()).toMatchObject({ printer: null, state: 'none' });
  });
});

describe('the original of a document', () => {
  const copies = () => printing.jobs(50).map(({ copy }) => copy);

  it('that waits is not queued a second time: whoever asks has it tried at once', async () => {
    addPrinter();
    simulator.suffer('paper_out');
    const first = printBill();
    await becomes(first.id, { state: 'queued', trouble: 'paper_out' });
    simulator.suffer('none');
    expect(printBill()).toMatchObject({ id: first.id, copy: 'original' });
    await becomes(first.id, { state: 'printed' });
    expect(copies()).toEqual(['original']);
    expect(papersWith('A1/2627/000123')).toBe(1);
  });

  it('that waits for another printer comes out of the one that is asked', async () => {
    addPrinter();
    await server.close();
    const first = printBill();
    await becomes(first.id, { state: 'queued', trouble: 'refused' });
    const back = addPrinter({ name: 'Back', kind: 'simulator', address: '' });
    expect(printBill()).toMatchObject({ id: first.id, printerId: back.id });
    await becomes(first.id, { state: 'printed' });
    expect(copies()).toEqual(['original']);
  });

  it('that is on paper is followed by duplicates, which say so', async () => {
    addPrinter();
    await becomes(printBill().id, { state: 'printed' });
    const second = printBill();
    expect(second.copy).toBe('duplicate');
    await becomes(second.id, { state: 'printed' });
    expect(papersWith('DUPLICATE')).toBe(1);
  });

  it('that may be on paper is followed by a duplicate, and so is one that was set aside', async () => {
    addPrinter();
    simulator.suffer('dies', 5);
    const first = printBill();
    await becomes(first.id, { state: 'uncertain' });
    simulator.suffer('none');
    expect(printBill().copy).toBe('duplicate');
    printing.dismiss(first.id);
    expect(printBill().copy).toBe('duplicate');
    expect(printing.retry(first.id).copy).toBe('duplicate');
  });

  it('that was given up before a byte of it was sent is printed as the original', async () => {
    addPrinter();
    simulator.suffer('cover_open');
    const first = printBill();
    await becomes(first.id, { state: 'queued', trouble: 'cover_open' });
    simulator.suffer('none');
    await passTime(11 * 60_000);
    await becomes(first.id, { state: 'failed' });
    expect(printBill()).toMatchObject({ id: first.id, copy: 'original' });
    await becomes(first.id, { state: 'printed' });
    expect(papersWith('DUPLICATE')).toBe(0);
  });
});

describe('what a sale queues', () => {
  const sale = { kind: 'bill', id: billId, label: 'A1/2627/000123', opensDrawer: true } as const;

  it('is printed after the commit, the drawer first', async () => {
    addPrinter();
    store.transaction((tx) => {
      queueReceipt(asMutation(tx), shop.ids, sale);
      expect(simulator.kicks).toEqual([]);
    });
    expect(simulator.kicks).toEqual([]);
    await eventually(() => expect(simulator.kicks).toEqual([{ pin: 0 }]));
    await eventually(() => expect(papersWith('A1/2627/000123')).toBe(1));
    expect(
      printing
        .jobs(50)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['bill', 'drawer']);
  });

  it('is nothing when the sale did not happen', () => {
    addPrinter();
    expect(() =>
      store.transaction((tx) => {
        queueReceipt(asMutation(tx), shop.ids, sale);
        throw new Error('the disk is full');
      }),
    ).toThrow('the disk is full');
    expect(printing.jobs(50)).toEqual([]);
  });

  it('opens no drawer without cash, and none where there is none', () => {
    const { id } = addPrinter();
    const kinds = (opensDrawer: boolean) => {
      store.transaction((tx) => queueReceipt(asMutation(tx), shop.ids, { ...sale, opensDrawer }));
      return printing.jobs(50).filter(({ kind }) => kind === 'drawer').length;
    };
    expect(kinds(false)).toBe(0);
    addPrinter({ id, hasDrawer: false });
    expect(kinds(true)).toBe(0);
    store.transaction((tx) =>
      expect(queueDrawer(tx, shop.ids, { documentId: null, label: '', staffId: 's', at: 0 })).toBe(false),
    );
  });

  it('is no paper where receipts are printed only when asked for', () => {
    addPrinter({ printsSales: false, hasDrawer: false });
    store.transaction((tx) => queueReceipt(asMutation(tx), shop.ids, sale));
    expect(printing.jobs(50)).toEqual([]);
  });

  it('does not open the drawer late', async () => {
    addPrinter();
    simulator.suffer('offline');
    store.transaction((tx) => queueReceipt(asMutation(tx), shop.ids, sale));
    await eventually(() => expect(printing.status()).toMatchObject({ state: 'trouble' }));
    simulator.suffer('none');
    await passTime(15_000);
    await eventually(() => expect(papersWith('A1/2627/000123')).toBe(1));
    expect(simulator.kicks).toEqual([]);
    expect(printing.status()).toMatchObject({ attention: 0 });
  });
});

/** The part of a mutation that the queue uses is that of any transaction of this terminal. */
function asMutation(tx: Parameters<Parameters<Store['transaction']>[0]>[0]): Parameters<typeof queueReceipt>[0] {
  const refuse = () => {
    throw new Error('The queue writes no shop data');
  };
  const rest = { put: refuse, move: refuse, set: refuse, del: refuse, undel: refuse };
  return { ...tx, ...rest, at: shop.clock.now(), actor: user.staffId, terminalId: store.terminalId };
}

describe('the printers of a terminal', () => {
  it('always have one default while there is one', () => {
    const first = addPrinter({ isDefault: false });
    expect(first.isDefault).toBe(true);
    const second = addPrinter({ name: 'Back', isDefault: true });
    expect(printing.printers().map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['Front', false],
      ['Back', true],
    ]);
    printing.remove(second.id);
    expect(printing.printers().map(({ isDefault }) => isDefault)).toEqual([true]);
  });

  it.each<Wanted>([
    { kind: 'network', address: '' },
    { kind: 'network', address: 'http://10.0.0.1' },
    { kind: 'network', address: '10.0.0.1:99999' },
    { kind: 'device', address: '/etc/passwd' },
    { kind: 'device', address: '/dev/sda' },
    { kind: 'device', address: '/dev/usb/../sda' },
    { kind: 'queue', address: '-o raw; rm' },
    { kind: 'queue', address: 'two words' },
    { kind: 'file', address: '../galla' },
    { kind: 'file', address: 'a/b' },
  ])('have no such address: %j', (fields) => {
    expect(() => addPrinter(fields)).toThrow(
      expect.objectContaining({ code: 'bad_value', params: { field: 'address' } }),
    );
    expect(printing.printers()).toEqual([]);
  });
});
