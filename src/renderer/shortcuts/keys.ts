/** Every shortcut of the app and its key, as `KeyboardEvent.key` names it. The counter's are the trade's usual ones. */
export const shortcutKeys = {
  help: 'F1',
  search: 'F2',
  quantity: 'F3',
  discount: 'F4',
  customer: 'F6',
  pay: 'F12',
  back: 'Escape',
  lineUp: 'ArrowUp',
  lineDown: 'ArrowDown',
  more: '+',
  less: '-',
  removeLine: 'Delete',
  create: 'n',
  find: '/',
} as const;

export type ShortcutId = keyof typeof shortcutKeys;

const labels: Partial<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  '-': '−',
  n: 'N',
};

/** What stands on the key. */
export function keyLabel(id: ShortcutId): string {
  const key = shortcutKeys[id];
  return labels[key] ?? key;
}
