import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writePrivately } from './files';

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
const port = z.int().min(0).max(65_535);

/** A hub that this till was paired with. */
const hubSchema = z.strictObject({
  name: z.string(),
  /** `host:port` */
  address: z.string(),
  /** SHA-256 of its certificate, hex: nobody else is spoken to. */
  fingerprint,
});
export type KnownHub = z.infer<typeof hubSchema>;

const memorySchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('alone'), port }),
  z.strictObject({ role: z.literal('host'), shop: z.string(), port }),
  z.strictObject({
    role: z.literal('member'),
    /** Null until the shop has been copied. */
    shop: z.string().nullable(),
    hub: hubSchema,
    port,
  }),
]);
/** `port` is the one that a hub inside this till had last, so that others find it again; 0 when it never had one. */
export type Membership = z.infer<typeof memorySchema>;

/** What a shop file needs to know of the installation's place among others. */
export interface Belonging {
  membership: Membership;
}

/** What this installation belongs to. It lies beside the shop file, not in it: a restored file changes nothing of it. */
export class Memory implements Belonging {
  readonly #file: string;
  #membership: Membership;

  constructor(folder: string) {
    this.#file = join(folder, 'network.json');
    const found = memorySchema.safeParse(readJsonFile(this.#file));
    this.#membership = found.success ? found.data : { role: 'alone', port: 0 };
  }

  get membership(): Membership {
    return this.#membership;
  }

  set membership(membership: Membership) {
    writePrivately(this.#file, JSON.stringify(membership));
    this.#membership = membership;
  }
}
