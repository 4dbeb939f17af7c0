import { useEffect, useEffectEvent } from 'react';
import type { AroundNavHandler } from 'wouter';

type Ask = (go: () => void) => void;

/** The forms that would lose something, the last one to be touched at the end. */
const asks: Ask[] = [];

/** How to go to another part of the page one is on: nothing is left behind by it, and it is no step to go back from. */
export const onThePage = { replace: true, state: 'on the page' } as const;

/** For the router: every way to another screen goes through here. */
export const askBeforeLeaving: AroundNavHandler = (navigate, to, options) => {
  const go = () => navigate(to, options);
  const ask = options?.state === onThePage.state ? undefined : asks.at(-1);
  if (ask) ask(go);
  else go();
};

/** While `dirty`, nobody leaves the screen without `onLeave` having been asked; it calls what it is given to let go. */
export function useBeforeLeaving(dirty: boolean, onLeave: Ask): void {
  const handle = useEffectEvent(onLeave);
  useEffect(() => {
    if (!dirty) return;
    const mine: Ask = (go) => handle(go);
    asks.push(mine);
    return () => {
      asks.splice(asks.indexOf(mine), 1);
    };
  }, [dirty]);
}
