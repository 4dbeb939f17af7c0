/** The till's code, loaded while the window comes up. */

/** In this order: each needs only what stands before it. */
const parts: readonly (() => Promise<unknown>)[] = [
  () => import('./store'),
  () => import('./printing'),
  () => import('./ipc'),
  () => import('./shop'),
];

/**
 * What takes longest first, while the window's process is being started and asks for nothing. Then the page, because every
 * step of the way to it goes through this thread: `begun` resolves when it has what it begins with, and is busy by itself.
 * Then a part at a time, and the thread is given back after each.
 */
export async function loadTill(begun: Promise<void> | undefined): Promise<typeof import('./till')> {
  await import('@shared/contract');
  await begun;
  for (const load of parts) {
    await load();
    await new Promise((goOn) => setImmediate(goOn));
  }
  return import('./till');
}
