/**
 * What the preload and main must agree on. Apart from the contract, so that the preload, which every window loads before
 * its first byte of HTML, carries names and no schemas.
 */

/** The one request channel: `(name, input)` → envelope. */
export const callChannel = 'galla:call';

/** The one push channel: a `PushEvent`. */
export const eventChannel = 'galla:event';

/** Where the app's own pages live, and the only origin main listens to. */
export const appScheme = 'app';
export const appHost = 'galla';
export const appOrigin = `${appScheme}://${appHost}`;
