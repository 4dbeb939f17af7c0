/** Keys that act on a screen: named in one table, shown on the screen, asleep under a dialog; each person's own. */
export { chooseKey, keyOf, ownerOf, resetKeys, useHasOwnKeys, useKeyOf, useKeysOf } from './chosen';
export { FixedKey, Keycap } from './Keycap';
export { editableIds, type KeyRefusal, labelOf, pressedKey, refuseKey, type ShortcutId } from './keys';
export {
  isAwake,
  isOnTop,
  mayPress,
  onScopeGone,
  press,
  pressAfter,
  ShortcutScope,
  topScope,
  useShortcut,
} from './registry';
