/** The till's code, loaded while the window comes up. */

/** In this order: each needs only what stands before it. */
const parts: readonly (() => Promise<unknown>)[] = [
  () => import('@shared/entities'),
  () => import('@shared/contract'),
  () => import('./store'),
  () => import('./printing'),
  () => import('./ipc'),
  () => import('./shop'),
];

/**
 * A part at a time, and this thread is given back after each: the window's process comes up meanwhile, and every step of
 * the way to its page goes through here. In one piece it would hold the page up for as long as it takes, 60 ms.
 */
export async function loadTill(): Promise<typeof import('./till')> {
  for (const load of parts) {
    await load();
    await new Promise((goOn) => setImmediate(goOn));
  }
  return import('./till');
}
