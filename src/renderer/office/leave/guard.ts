import { useEffect, useEffectEvent } from 'react';
import type { AroundNavHandler } from 'wouter';

type Ask = (go: () => void) => void;

/** The page that would lose something, if there is one. */
let ask: Ask | null = null;

/** For the router: every way to another screen goes through here. */
export const askBeforeLeaving: AroundNavHandler = (navigate, to, options) => {
  const go = () => navigate(to, options);
  if (ask) ask(go);
  else go();
};

/** While `dirty`, nobody leaves the screen without `onLeave` having been asked; it calls what it is given to let go. */
export function useBeforeLeaving(dirty: boolean, onLeave: Ask): void {
  const handle = useEffectEvent(onLeave);
  useEffect(() => {
    if (!dirty) return;
    const mine: Ask = (go) => handle(go);
    ask = mine;
    return () => {
      if (ask === mine) ask = null;
    };
  }, [dirty]);
}
