import { z } from 'zod';
import type { Language } from '../entities';
import type { ErrorCode, ErrorParams } from '../errors';
import type { Role } from '../roles';
import { command, query } from './call';
import { empty, id, name, pin } from './inputs';

/** What went wrong with the database, and what may be done about it; shown instead of the app. */
export interface DatabaseTrouble {
  code: ErrorCode;
  message: string;
  params: ErrorParams;
  /** Verified backups that could be put in place, newest first. Empty unless the file is corrupt. */
  backups: { file: string; shop: string; at: number; bytes: number }[];
}

export interface SignedIn {
  staffId: string;
  name: string;
  role: Role;
}

export interface ShopSummary {
  id: string;
  name: string;
  country: string;
  currency: string;
  language: Language;
  timeZone: string;
  pricesIncludeTax: boolean;
}

/** Which screen there is to show. */
export type SystemStatus = { version: string } & (
  | { phase: 'trouble'; trouble: DatabaseTrouble }
  | { phase: 'first-run'; locale: string }
  /** `training`: nothing that is done here is real. */
  | { phase: 'locked'; shop: ShopSummary; terminal: string; training: boolean }
  | { phase: 'ready'; shop: ShopSummary; terminal: string; training: boolean; user: SignedIn }
);

export interface StaffMember {
  id: string;
  name: string;
  role: Role;
  active: boolean;
  /** Set while wrong PINs keep the person out; ms since 1970. */
  lockedUntil: number | null;
}

const staffRole = z.enum(['owner', 'manager', 'cashier', 'stock_keeper', 'accountant']);

export const systemCalls = {
  'system.status': query<SystemStatus>()({ permission: 'public', input: () => empty }),
  /** A crash or an error seen by the renderer; it goes to the log. */
  'system.reportError': command<{ correlationId: string }>()({
    permission: 'public',
    input: () =>
      z.strictObject({
        message: z.string().max(2000),
        stack: z.string().max(8000).optional(),
        screen: z.string().max(100),
      }),
  }),
  /** Asks where to save, then writes a zip without secrets. `file` is null when the person cancelled. */
  'system.saveDiagnostics': command<{ file: string | null }>()({ permission: 'public', input: () => empty }),
  /** Moves a corrupt file aside (never deletes it) and puts a backup in its place. */
  'system.restoreBackup': command<SystemStatus>()({
    permission: 'public',
    input: () => z.strictObject({ file: z.string().max(1000) }),
  }),
  /** Tries to open the database again, after the person has made room, closed the other copy, … */
  'system.retry': command<SystemStatus>()({ permission: 'public', input: () => empty }),
  /**
   * Closes the shop file and opens a copy in which nothing is real, made anew. The window is loaded anew too; until it
   * asks for the status, other calls are refused as `busy`.
   */
  'system.startTraining': command<null>()({ permission: 'member', input: () => empty }),
  /** Back to the real shop; what was done in training is thrown away. Whoever signed in there has to do so again. */
  'system.endTraining': command<null>()({ permission: 'public', input: () => empty }),
  /** The one door out: https, mailto, upi and wa.me links only. */
  'system.openExternal': command<null>()({
    permission: 'member',
    input: () => z.strictObject({ url: z.string().max(2000) }),
  }),

  'shop.create': command<SystemStatus>()({
    permission: 'public',
    input: () =>
      z.strictObject({
        name,
        country: z.string().regex(/^[A-Z]{2}$/),
        language: z.enum(['en', 'hi']),
        timeZone: z.string().max(60),
        owner: name,
        pin,
        start: z.enum(['empty', 'sample']),
      }),
  }),

  /** Who may sign in: names, never PINs. */
  'staff.list': query<StaffMember[]>()({ permission: 'public', input: () => empty }),
  'staff.signIn': command<SystemStatus>()({ permission: 'public', input: () => z.strictObject({ staffId: id, pin }) }),
  'staff.signOut': command<SystemStatus>()({ permission: 'member', input: () => empty }),
  'staff.save': command<StaffMember>()({
    permission: 'staff.edit',
    input: () =>
      z.strictObject({
        id: id.optional(),
        name,
        role: staffRole,
        active: z.boolean(),
        /** Required for a new person; leaves an existing one's PIN alone when absent. */
        pin: pin.optional(),
      }),
  }),
  'staff.remove': command<null>()({ permission: 'staff.edit', input: () => z.strictObject({ id }) }),
  'staff.restore': command<null>()({ permission: 'staff.edit', input: () => z.strictObject({ id }) }),
} as const;
