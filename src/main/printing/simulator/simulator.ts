import type { PaperWidth, SimulatedFault } from '@shared/contract';
import type { PrinterProfile } from '../profiles';
import { type PaperItem, textOf } from './paper';
import { EscPosParser, type Kick } from './parser';
import { pictureOf } from './picture';
import { pngOf } from './png';

/** One end of a wire to the simulator. */
export interface SimulatedWire {
  receive(bytes: Uint8Array): void;
}

export interface Plug {
  /** What the printer answers. */
  readonly answer: (bytes: Uint8Array) => void;
  /** The printer breaks the connection off. */
  readonly drop: () => void;
}

/**
 * A receipt printer that exists only in memory: understands ESC/POS, keeps its paper as words and as dots, answers for
 * its state, and suffers from what real ones suffer from. What a blocked printer gets waits in it, as in a real one.
 */
export class PrinterSimulator {
  readonly profile: PrinterProfile;
  readonly width: PaperWidth;
  /** What came out, each from ESC @ to the next. */
  readonly papers: PaperItem[][] = [];
  readonly kicks: Kick[] = [];
  readonly unknown: (readonly number[])[] = [];
  /** Items that still come out before the paper ends or the printer dies. */
  #left = Number.POSITIVE_INFINITY;
  #fault: SimulatedFault | 'slow' = 'none';
  #waiting: (() => void)[] = [];

  constructor(profile: PrinterProfile, width: PaperWidth) {
    this.profile = profile;
    this.width = width;
  }

  get fault(): SimulatedFault | 'slow' {
    return this.#fault;
  }

  /**
   * From now on, or after so many more lines: `dies` and `paper_out` are worst in the middle of a paper. `slow` takes
   * everything in and prints it when the fault is over.
   */
  suffer(fault: SimulatedFault | 'slow', afterItems = 0): void {
    // What waited in a printer that died is lost with it.
    if (this.#fault === 'dies') this.#waiting = [];
    this.#fault = fault;
    this.#left = afterItems;
    if (fault === 'none') this.#goOn();
  }

  get refuses(): boolean {
    return this.#fault === 'refuses';
  }

  connect(plug: Plug): SimulatedWire {
    let isGone = false;
    const parser = new EscPosParser(new Map(this.profile.codePages.map(([page, number]) => [number, page])), {
      onReset: () => this.#inOrder(() => this.papers.push([])),
      onItem: (item) =>
        this.#inOrder(() => {
          this.#print(item);
          if (this.#fault === 'dies' && this.#left <= 0 && !isGone) {
            isGone = true;
            plug.drop();
          }
        }),
      onKick: (kick) => this.#inOrder(() => this.kicks.push(kick)),
      onRealTimeStatus: (n) => this.#answer(plug, this.#realTimeStatus(n)),
      onStatus: () => this.#inOrder(() => this.#answer(plug, 0x00)),
      onUnknown: (bytes) => this.unknown.push(bytes),
    });
    return {
      receive(bytes) {
        if (!isGone) parser.feed(bytes);
      },
    };
  }

  /** The words of the last paper. */
  get text(): string {
    return textOf(this.papers.at(-1) ?? []);
  }

  /** The last paper as a PNG. */
  png(): Buffer {
    return pngOf(pictureOf(this.papers.at(-1) ?? [], this.profile.paper[this.width].dots));
  }

  /** Whatever is on no paper yet gets its turn. */
  #goOn(): void {
    this.#left = Number.POSITIVE_INFINITY;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const each of waiting) each();
  }

  #inOrder(what: () => void): void {
    if (this.#isBlocked) this.#waiting.push(what);
    else what();
  }

  get #isBlocked(): boolean {
    if (this.#fault === 'slow' || this.#fault === 'offline' || this.#fault === 'cover_open') return true;
    return this.#left <= 0 && (this.#fault === 'paper_out' || this.#fault === 'dies');
  }

  #print(item: PaperItem): void {
    if (this.papers.length === 0) this.papers.push([]);
    this.papers.at(-1)?.push(item);
    this.#left -= 1;
  }

  #answer(plug: Plug, byte: number): void {
    if (!this.profile.hasStatus || this.#fault === 'silent') return;
    plug.answer(Uint8Array.of(this.#fault === 'nonsense' ? 0xff : byte));
  }

  /** DLE EOT: bits 1 and 4 are always set. */
  #realTimeStatus(n: number): number {
    const isOut = this.#fault === 'paper_out' && this.#left <= 0;
    const isOpen = this.#fault === 'cover_open';
    const fixed = 0x12;
    if (n === 1) return fixed | (isOut || isOpen || this.#fault === 'offline' ? 0x08 : 0);
    if (n === 2) return fixed | (isOpen ? 0x04 : 0) | (isOut ? 0x20 : 0);
    if (n === 4) return fixed | (isOut ? 0x60 : 0);
    return fixed;
  }
}
