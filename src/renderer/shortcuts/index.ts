/** Keys that act on a screen: named in one table, shown on the screen, asleep under a dialog. */
export { Keycap } from './Keycap';
export { keyLabel, type ShortcutId, shortcutKeys } from './keys';
export { isAwake, ShortcutScope, useShortcut } from './registry';
