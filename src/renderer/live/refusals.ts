import type { CallFailure } from './call';

type Tell = (failure: CallFailure) => void;

let tell: Tell = () => undefined;

/** Who tells the person about refusals that no screen shows itself: the start-up wires this to the toasts. */
export function tellRefusals(listener: Tell): void {
  tell = listener;
}

export const refused: Tell = (failure) => tell(failure);
