import type { SignedIn } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { CallContext } from './call';

/** Who does it. @throws AppError `not_signed_in` */
export function actorOf(context: CallContext): SignedIn {
  const { user } = context.session;
  if (!user) throw new AppError('not_signed_in', 'Nobody is signed in at this terminal');
  return user;
}
