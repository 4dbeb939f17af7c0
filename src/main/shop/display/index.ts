/** What the customer's screen shows, and nothing more than that. Decisions: docs/customer-display.md. */
import type { Handlers } from '../call';
import type { DisplayDesk } from './desk';

export { DisplayDesk, type DisplayPorts } from './desk';

export function displayHandlers(desk: DisplayDesk): Handlers<'display.view' | 'display.tell'> {
  return {
    'display.view': (_input, { session }) => desk.view(session.user !== null),
    'display.tell': (told) => {
      desk.tell(told);
      return null;
    },
  };
}
