import { type Control, type ControlAnswers, controlSchema } from '@shared/door';
import { z } from 'zod';
import type { Devices } from './devices';
import { type Done, type ErrandOptions, runErrand } from './errands';

/** How often either side looks. ms */
const every = 500;

/**
 * Does the errands that a command beside the hub leaves in the devices' file: who can write there could as well admit
 * himself. Returns how to stop.
 */
export function doErrands(options: ErrandOptions): () => void {
  const { devices } = options;
  devices.forgetErrands();
  const timer = setInterval(async () => {
    for (const { id, ask } of devices.waiting()) {
      const parsed = controlSchema.safeParse(JSON.parse(ask));
      const done: Done = parsed.success ? await runErrand(options, parsed.data, '') : { ok: false, code: 'internal' };
      devices.answer(id, JSON.stringify(done));
    }
  }, every);
  return () => clearInterval(timer);
}

const doneSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), code: z.string() }),
]);

/** Leaves an errand and waits for it. Throws when nobody does it within five seconds, or with the hub's refusal. */
export async function leaveErrand<C extends Control['call']>(
  devices: Devices,
  ask: Control & { call: C },
): Promise<ControlAnswers[C]> {
  const id = devices.leave(JSON.stringify(ask));
  for (let waited = 0; waited < 5_000; waited += 100) {
    const text = devices.take(id);
    if (text !== null) {
      const done = doneSchema.parse(JSON.parse(text));
      if (!done.ok) throw new Error(done.code);
      // proof: the hub of this very program, whose answers are typed by the same table
      return done.value as ControlAnswers[C];
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no_hub');
}
