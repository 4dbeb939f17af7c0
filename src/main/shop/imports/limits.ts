/** What a file may be. Beyond these the answer is a clear refusal and not a till that stands still. */
export const importLimits = {
  /** A CSV is streamed; this is about ten million short rows. */
  csvBytes: 1024 * 1024 * 1024,
  /** An XLSX is unpacked and read as a whole. */
  xlsxBytes: 50 * 1024 * 1024,
  /** What it may unpack to: a zip can promise a thousand times its size. */
  xlsxUnpackedBytes: 200 * 1024 * 1024,
  xlsxCells: 10_000_000,
  rows: 2_000_000,
  columns: 200,
  /** One record; a quote that is never closed swallows everything after it. */
  recordBytes: 256 * 1024,
  /** Problems that are told one by one. */
  problems: 500,
} as const;
