import { networkInterfaces } from 'node:os';
import { powerMonitor } from 'electron';

/** How often the machine's addresses are looked at: Electron has no event for them in main. ms */
const every = 5_000;

/** Calls back when the machine has woken up or its network has changed. Returns how to stop. */
export function onWakeUp(wake: () => void): () => void {
  let known = addresses();
  const look = () => {
    const now = addresses();
    if (now === known) return;
    known = now;
    wake();
  };
  const timer = setInterval(look, every);
  powerMonitor.on('resume', wake);
  powerMonitor.on('unlock-screen', look);
  return () => {
    clearInterval(timer);
    powerMonitor.off('resume', wake);
    powerMonitor.off('unlock-screen', look);
  };
}

function addresses(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .sort()
    .join();
}
