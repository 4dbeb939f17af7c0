import type { Page } from '@playwright/test';
import { profiles } from '../../../../src/main/printing/profiles';
import { PrinterSimulator, type SimulatorServer, serveSimulator } from '../../../../src/main/printing/simulator';
import { textOf } from '../../../../src/main/printing/simulator/paper';
import { call } from '../calls';

/** A receipt printer on a port of this machine, which the app knows as a network printer. */
export interface NetworkPrinter {
  readonly simulator: PrinterSimulator;
  /** The words of each paper that came out, in order. */
  papers(): string[];
  /** How many papers of this number there are: the whole of it, down to the code at its foot. */
  whole(number: string): number;
  close(): Promise<void>;
}

export async function connectPrinter(page: Page): Promise<NetworkPrinter> {
  const simulator = new PrinterSimulator(profiles.epson, 80);
  const server: SimulatorServer = await serveSimulator(simulator);
  await call(page, 'printing.savePrinter', {
    name: 'Front',
    kind: 'network',
    address: server.address,
    width: 80,
    profile: 'epson',
    isDefault: true,
    hasDrawer: true,
    printsSales: true,
  });
  return {
    simulator,
    papers: () => simulator.papers.map((items) => textOf(items)),
    whole: (number) =>
      simulator.papers.filter(
        (items) => new RegExp(`^No\\. +${number}$`, 'm').test(textOf(items)) && items.some(({ is }) => is === 'cut'),
      ).length,
    close: () => server.close(),
  };
}

/** The figure at the end of the line that begins with these words; null: no such line. */
export function figureOf(paper: string, words: string): string | null {
  const line = paper.split('\n').find((each) => each.startsWith(`${words} `));
  return line?.trim().split(/ {2,}/).at(-1) ?? null;
}
