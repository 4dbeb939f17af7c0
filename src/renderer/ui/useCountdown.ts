import { useEffect, useState } from 'react';

/** `1:05` until an instant (ms since 1970), second by second; null once it is past. */
export function useCountdown(until: number): string | null {
  const [now, setNow] = useState(() => Date.now());
  const left = Math.ceil((until - now) / 1000);
  useEffect(() => {
    setNow(Date.now());
    if (until <= Date.now()) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return left > 0 ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` : null;
}
