import { upperHalf } from './code-pages';
import type { Alignment, LetterStyle, Letters, PaperItem } from './paper';

/** Which pin of the drawer's socket got a pulse. */
export interface Kick {
  readonly pin: 0 | 1;
}

export interface ParserEvents {
  readonly onItem: (item: PaperItem) => void;
  /** ESC @: a new paper begins. */
  readonly onReset: () => void;
  readonly onKick: (kick: Kick) => void;
  /** DLE EOT n: answered at once, whatever is being printed. */
  readonly onRealTimeStatus: (n: number) => void;
  /** GS r n: answered when everything before it has been printed. */
  readonly onStatus: (n: number) => void;
  /** Bytes that no printer knows: on real paper they come out as rubbish. */
  readonly onUnknown: (bytes: readonly number[]) => void;
}

const plain: LetterStyle = { bold: false, inverse: false, underline: false, wide: 1, high: 1 };
const alignments: readonly Alignment[] = ['left', 'center', 'right'];

/** Bytes of a command behind its first ones, when they are all there; null while more have to come. */
type Read = { readonly length: number; readonly run: () => void } | null;

/**
 * Understands what this app sends, as Epson's command reference defines it, and says so of anything else. Fed with
 * whatever pieces the network makes of it.
 */
export class EscPosParser {
  readonly #events: ParserEvents;
  /** ESC t n → name of the page. */
  readonly #pages: ReadonlyMap<number, string>;
  #pending: number[] = [];
  #line: Letters[] = [];
  #style = plain;
  #align: Alignment = 'left';
  #upper: readonly string[] = upperHalf('cp437');
  #bar = { height: 162, module: 3 };
  #qr = { module: 3, data: '' };

  constructor(pages: ReadonlyMap<number, string>, events: ParserEvents) {
    this.#pages = pages;
    this.#events = events;
  }

  feed(bytes: Uint8Array): void {
    this.#pending.push(...bytes);
    let at = 0;
    while (at < this.#pending.length) {
      const read = this.#read(at);
      if (read === null) break;
      read.run();
      at += read.length;
    }
    this.#pending = this.#pending.slice(at);
  }

  /** Bytes of a command that was cut off. */
  get unfinished(): number {
    return this.#pending.length;
  }

  #byte(at: number): number | undefined {
    return this.#pending[at];
  }

  #read(at: number): Read {
    const first = this.#byte(at);
    switch (first) {
      case 0x0a:
        return { length: 1, run: () => this.#endLine() };
      case 0x0d:
        return { length: 1, run: () => {} };
      case 0x10:
        return this.#fixed(at, 3, ([, kind, n]) =>
          kind === 0x04 ? this.#events.onRealTimeStatus(n) : this.#unknown([0x10, kind, n]),
        );
      case 0x1b:
        return this.#escape(at);
      case 0x1c:
        return this.#fixed(at, 2, ([, mode]) => {
          if (mode !== 0x2e) this.#unknown([0x1c, mode]);
        });
      case 0x1d:
        return this.#group(at);
      default:
        return { length: 1, run: () => this.#letter(first ?? 0) };
    }
  }

  /** A command of so many bytes. */
  #fixed(at: number, length: number, run: (bytes: [number, number, number, number, number]) => void): Read {
    if (at + length > this.#pending.length) return null;
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = this.#pending.slice(at, at + length);
    return { length, run: () => run([a, b, c, d, e]) };
  }

  #escape(at: number): Read {
    const command = this.#byte(at + 1);
    switch (command) {
      case undefined:
        return null;
      case 0x40: // ESC @
        return this.#fixed(at, 2, () => {
          this.#style = plain;
          this.#align = 'left';
          this.#upper = upperHalf('cp437');
          this.#line = [];
          this.#events.onReset();
        });
      case 0x32: // ESC 2: usual line spacing
        return this.#fixed(at, 2, () => {});
      case 0x33: // ESC 3 n: line spacing
      case 0x4d: // ESC M n: font
        return this.#fixed(at, 3, () => {});
      case 0x45: // ESC E n
        return this.#fixed(at, 3, ([, , n]) => this.#restyle({ bold: (n & 1) === 1 }));
      case 0x2d: // ESC - n
        return this.#fixed(at, 3, ([, , n]) => this.#restyle({ underline: n % 48 !== 0 }));
      case 0x61: // ESC a n
        return this.#fixed(at, 3, ([, , n]) => {
          this.#align = alignments[n % 48] ?? 'left';
        });
      case 0x74: // ESC t n
        return this.#fixed(at, 3, ([, , n]) => this.#choosePage(n));
      case 0x70: // ESC p m t1 t2
        return this.#fixed(at, 5, ([, , m]) => this.#events.onKick({ pin: m % 48 === 1 ? 1 : 0 }));
      default:
        return this.#fixed(at, 2, () => this.#unknown([0x1b, command]));
    }
  }

  #group(at: number): Read {
    const command = this.#byte(at + 1);
    switch (command) {
      case undefined:
        return null;
      case 0x21: // GS ! n
        return this.#fixed(at, 3, ([, , n]) => this.#restyle({ wide: (n >> 4) + 1, high: (n & 0x0f) + 1 }));
      case 0x42: // GS B n
        return this.#fixed(at, 3, ([, , n]) => this.#restyle({ inverse: (n & 1) === 1 }));
      case 0x48: // GS H n: where the figures of a barcode stand
        return this.#fixed(at, 3, () => {});
      case 0x68: // GS h n
        return this.#fixed(at, 3, ([, , n]) => {
          this.#bar = { ...this.#bar, height: n };
        });
      case 0x77: // GS w n
        return this.#fixed(at, 3, ([, , n]) => {
          this.#bar = { ...this.#bar, module: n };
        });
      case 0x72: // GS r n
        return this.#fixed(at, 3, ([, , n]) => this.#events.onStatus(n));
      case 0x50: // GS P x y: motion units
        return this.#fixed(at, 4, () => {});
      case 0x56: // GS V m
        return this.#fixed(at, 3, ([, , m]) => {
          this.#flush();
          this.#events.onItem({ is: 'cut', how: m % 48 === 1 ? 'partial' : 'full' });
        });
      case 0x6b:
        return this.#barcode(at);
      case 0x76:
        return this.#raster(at);
      case 0x28:
        return this.#symbol(at);
      default:
        return this.#fixed(at, 2, () => this.#unknown([0x1d, command]));
    }
  }

  /** GS k m n d1 … dn, the form with a length. */
  #barcode(at: number): Read {
    const symbology = this.#byte(at + 2);
    const length = this.#byte(at + 3);
    if (symbology === undefined || length === undefined) return null;
    if (symbology < 65) return this.#fixed(at, 3, () => this.#unknown([0x1d, 0x6b, symbology]));
    return this.#whole(at, 4 + length, (bytes) => {
      this.#flush();
      const text = String.fromCharCode(...bytes.slice(4));
      const data = symbology === 73 ? text.replace(/^\{B/, '') : text;
      this.#events.onItem({ is: 'barcode', symbology, data, ...this.#bar, align: this.#align });
    });
  }

  /** GS v 0 m xL xH yL yH d1 … dk */
  #raster(at: number): Read {
    const [mode, zoom, xL, xH, yL, yH] = this.#pending.slice(at + 2, at + 8);
    if (xL === undefined || xH === undefined || yL === undefined || yH === undefined) return null;
    if (mode !== 0x30 || zoom !== 0) return this.#fixed(at, 8, () => this.#unknown([0x1d, 0x76, mode ?? 0, zoom ?? 0]));
    const rowBytes = xL + xH * 256;
    const height = yL + yH * 256;
    return this.#whole(at, 8 + rowBytes * height, (bytes) => {
      this.#flush();
      const picture = { width: rowBytes * 8, height, bits: Uint8Array.from(bytes.slice(8)) };
      this.#events.onItem({ is: 'picture', picture, align: this.#align });
    });
  }

  /** GS ( k pL pH cn fn …: QR codes. */
  #symbol(at: number): Read {
    const [letter, pL, pH] = this.#pending.slice(at + 2, at + 5);
    if (letter === undefined || pL === undefined || pH === undefined) return null;
    return this.#whole(at, 5 + pL + pH * 256, (bytes) => {
      const [kind, action, ...values] = bytes.slice(5);
      if (letter !== 0x6b || kind !== 0x31) this.#unknown([0x1d, 0x28, letter, kind ?? 0]);
      else if (action === 0x43) this.#qr = { ...this.#qr, module: values[0] ?? 3 };
      else if (action === 0x50) this.#qr = { ...this.#qr, data: Buffer.from(values.slice(1)).toString('latin1') };
      else if (action === 0x51) {
        this.#flush();
        this.#events.onItem({ is: 'qr', ...this.#qr, align: this.#align });
      }
    });
  }

  #whole(at: number, length: number, run: (bytes: readonly number[]) => void): Read {
    if (at + length > this.#pending.length) return null;
    const bytes = this.#pending.slice(at, at + length);
    return { length, run: () => run(bytes) };
  }

  #choosePage(n: number): void {
    const page = this.#pages.get(n);
    if (page === undefined) this.#unknown([0x1b, 0x74, n]);
    else this.#upper = upperHalf(page);
  }

  #letter(byte: number): void {
    if (byte < 0x20) {
      this.#unknown([byte]);
      return;
    }
    const text = byte < 0x80 ? String.fromCharCode(byte) : (this.#upper[byte - 0x80] ?? '\ufffd');
    const last = this.#line.at(-1);
    if (last && last.style === this.#style) this.#line[this.#line.length - 1] = { ...last, text: last.text + text };
    else this.#line.push({ text, style: this.#style });
  }

  #restyle(change: Partial<LetterStyle>): void {
    this.#style = { ...this.#style, ...change };
  }

  #endLine(): void {
    this.#events.onItem({ is: 'line', letters: this.#line, align: this.#align });
    this.#line = [];
  }

  #flush(): void {
    if (this.#line.length > 0) this.#endLine();
  }

  #unknown(bytes: readonly number[]): void {
    this.#events.onUnknown(bytes);
  }
}
