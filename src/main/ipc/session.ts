import type { Session } from '../shop';

/** A session that says when somebody else is signed in, or nobody any more. */
export function watchedSession(onChange: () => void): Session {
  let user: Session['user'] = null;
  return {
    get user() {
      return user;
    },
    set user(next) {
      const isNews = next !== user;
      user = next;
      if (isNews) onChange();
    },
  };
}
