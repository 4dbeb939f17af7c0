import { type Session, session, type WebPreferences } from 'electron';
import { denyPermissions } from '../guards';
import { serveApp } from '../protocol';
import { ownPagePreferences } from '../web-preferences';

let customers: Session | undefined;

/**
 * A session of their own, in memory: nothing is shared with the till's page, no storage and above all no process, which
 * Chromium may otherwise use for two windows of one origin. The walls are the same.
 */
export function customerPreferences(): WebPreferences {
  if (!customers) {
    customers = session.fromPartition('display');
    denyPermissions(customers);
    void serveApp({}, customers.protocol);
  }
  return { ...ownPagePreferences(), session: customers };
}
