/**
 * The merge rules as pure functions. The hub decides with them, once, in the order of its log; terminals never merge,
 * they apply what the log says.
 */

/** What is known of the last write of one unit of one record. */
export interface Written {
  /** `seq` of the write. */
  readonly version: number;
  /** The terminal that made it. */
  readonly writer: string;
  /** When, ms, as clamped by the hub; grows with every write of the unit. */
  readonly stamp: number;
}

/** A write that asks to be applied. */
export interface Attempt {
  /** The version it was made on. */
  readonly base: number;
  readonly writer: string;
  /** When, ms, after {@link MergeRules.stamp}. */
  readonly stamp: number;
}

export interface MergeRules {
  /**
   * A terminal's time as the hub takes it: corrected by how far its clock is off, never in the hub's future. All ms.
   *
   * @param offset hub's clock minus terminal's clock, measured at HELLO
   */
  stamp(at: number, offset: number, now: number): number;
  /** Whether the attempt takes effect, and the stamp that is then kept; null when the other write stands. */
  write(current: Written, attempt: Attempt): number | null;
  /** Whether a deletion may be taken back by someone who saw the record at version `base` of its mark. */
  undelete(current: Written, attempt: Attempt): boolean;
}

export const mergeRules: MergeRules = {
  stamp: (at, offset, now) => Math.min(at + offset, now),

  write(current, { base, writer, stamp }) {
    // Made on the current version, or after an own earlier write: it knew what it replaced, clocks have no say.
    if (base === current.version || writer === current.writer) return Math.max(stamp, current.stamp + 1);
    const later = stamp > current.stamp || (stamp === current.stamp && writer > current.writer);
    return later ? stamp : null;
  },

  undelete: (current, { base, writer }) => base === current.version || writer === current.writer,
};
