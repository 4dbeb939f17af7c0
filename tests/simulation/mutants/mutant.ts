import type { Config } from '../config';
import type { HubFaults } from '../hub-host';
import type { TillFaults } from '../till';

/**
 * A failure that somebody's shop really had, as a bug that can be switched on. Each replaces a part at a port; the code
 * under test knows nothing of it. The number is that of the failure in docs/sync.md.
 */
export interface Mutant {
  readonly failure: number;
  readonly what: string;
  /** The faults it takes to matter, so that its seed budget is small. */
  readonly config?: Partial<Config>;
  readonly hub?: HubFaults;
  readonly till?: TillFaults;
  /** The disks lie: a power cut takes the last commits with it. */
  readonly lyingDisks?: true;
}
