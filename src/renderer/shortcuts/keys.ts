/** Every shortcut of the app and its usual key, as `pressedKey` names it. The counter's are the trade's usual ones. */
export const usualKeys = {
  help: 'F1',
  search: 'F2',
  quantity: 'F3',
  discount: 'F4',
  price: 'F5',
  customer: 'F6',
  hold: 'F7',
  recall: 'F8',
  return: 'F9',
  actions: 'F10',
  pay: 'F12',
  note: 'Ctrl+N',
  billNote: 'Ctrl+B',
  dues: 'Ctrl+R',
  shift: 'Ctrl+D',
  drawer: 'Ctrl+O',
  print: 'Ctrl+P',
  papers: 'Ctrl+J',
  clock: 'Ctrl+I',
  lock: 'Ctrl+L',
  palette: 'Ctrl+K',
  back: 'Escape',
  lineUp: 'ArrowUp',
  lineDown: 'ArrowDown',
  more: '+',
  less: '-',
  removeLine: 'Delete',
  clear: 'Ctrl+Delete',
  create: 'n',
  find: '/',
} as const;

export type ShortcutId = keyof typeof usualKeys;

/** In the order they were written down. */
export const shortcutIds = Object.keys(usualKeys) as ShortcutId[]; // proof: the table's own keys

/** What a person may put on other keys: the counter's. The office's two letters and Esc are what they are everywhere. */
export const editableIds = shortcutIds.filter((id) => id !== 'back' && id !== 'create' && id !== 'find');

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/** `F5`, `Ctrl+L`, `Shift+Delete`. A sign is itself however it was typed: `+` wants Shift on most keyboards. */
export function pressedKey({ key, ctrlKey, altKey, metaKey, shiftKey }: Stroke): string {
  const isSign = [...key].length === 1;
  const modifiers = `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey && !isSign ? 'Shift+' : ''}`;
  return modifiers + (modifiers !== '' && isSign ? key.toUpperCase() : key);
}

/** Why a key cannot be chosen; null: it can. */
export type KeyRefusal = 'typing' | 'system' | 'half';

/** Keys that only change others, or that text, dialogs, the scanner and the window live by. */
const halves = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Dead', 'Process']);
const system = new Set([
  ...[
    'Enter',
    'Tab',
    'Shift+Tab',
    'Escape',
    'Backspace',
    ' ',
    'Alt+F4',
    'F11',
    'Home',
    'End',
    'ArrowLeft',
    'ArrowRight',
  ],
  ...['A', 'C', 'V', 'X', 'Z', 'Y', 'Q', 'W', '+', '-', '=', '0'].map((letter) => `Ctrl+${letter}`),
]);
/** Signs that no name and no code begins with. */
const freeSigns = new Set(['+', '-', '*']);

export function refuseKey(key: string): KeyRefusal | null {
  const bare = key.replace(/^(?:Ctrl\+|Alt\+|Shift\+)+(?=.)/, '');
  if (halves.has(bare)) return 'half';
  if (system.has(key)) return 'system';
  const isTyping = [...key].length === 1 && !freeSigns.has(key);
  return isTyping ? 'typing' : null;
}

const labels: Partial<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Insert: 'Ins',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  '-': '−',
  n: 'N',
};

/** What stands on a key: `Ctrl+Delete` is `Ctrl Del`. */
export function labelOf(key: string): string {
  const [, modifiers = '', bare = key] = /^((?:Ctrl\+|Alt\+|Shift\+)*)(.+)$/.exec(key) ?? [];
  return modifiers.replaceAll('+', ' ') + (labels[bare] ?? bare);
}
