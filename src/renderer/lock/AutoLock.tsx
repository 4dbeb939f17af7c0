import { useEffect } from 'react';
import { useLive } from '../live';
import { useShortcut } from '../shortcuts';
import { useLock } from './useLock';

const msPerMinute = 60_000;

/** Locks by its key wherever the person is, and after the shop's minutes without a key, a touch or a move. */
export function AutoLock() {
  const lock = useLock();
  const settings = useLive('settings.get', {});
  const minutes = settings.data?.auto_lock_minutes ?? 0;
  useShortcut('lock', lock);
  useEffect(() => (minutes > 0 ? watchIdle(minutes * msPerMinute, lock) : undefined), [minutes, lock]);
  return null;
}

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Calls once nothing was touched for so many ms. Looks at the clock, so that a machine that slept is locked as it wakes. */
export function watchIdle(ms: number, onIdle: () => void): () => void {
  let last = Date.now();
  let timer: ReturnType<typeof setTimeout>;
  const touch = () => {
    last = Date.now();
  };
  const look = () => {
    const left = last + ms - Date.now();
    if (left > 0) timer = setTimeout(look, left);
    else onIdle();
  };
  timer = setTimeout(look, ms);
  for (const sign of signs) window.addEventListener(sign, touch, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    for (const sign of signs) window.removeEventListener(sign, touch, { capture: true });
  };
}
