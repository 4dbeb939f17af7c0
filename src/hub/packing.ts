import { constants, zstdCompressSync } from 'node:zlib';

/** Rows repeat the names of their columns, which the fastest level already takes away. */
const options = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
/** Bytes; a chunk with a longer row has a buffer of its own. */
const usual = 2 * 1024 * 1024;

/**
 * Packs the rows of chunks, one chunk after the other in the same buffer. As strings of half a megabyte they would be
 * garbage that only a large collection takes away: fifty terminals that ask at once made the heap grow by what all of
 * their chunks took together.
 */
export class RowPacker {
  #bytes = Buffer.allocUnsafe(usual);
  #length = 0;

  /** @param rows the JSON of each */
  pack(rows: Iterable<string>): string {
    this.#length = 0;
    this.#add('[');
    let isFirst = true;
    for (const row of rows) {
      if (!isFirst) this.#add(',');
      isFirst = false;
      this.#add(row);
    }
    this.#add(']');
    const packed = zstdCompressSync(this.#bytes.subarray(0, this.#length), options).toString('base64');
    if (this.#bytes.length > usual) this.#bytes = Buffer.allocUnsafe(usual);
    return packed;
  }

  #add(text: string): void {
    // A code unit is at most three bytes.
    const most = this.#length + text.length * 3;
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(most, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(text, this.#length);
  }
}
