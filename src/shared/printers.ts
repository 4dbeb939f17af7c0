/** What there is of printers: names that main, the contract and the screens share. */
export const printerKinds = ['network', 'device', 'queue', 'file', 'simulator'] as const;
/**
 * How a printer is reached: over the network, through a device file (USB, serial), through a queue of the system, into
 * a file, or the one that only exists on the screen.
 */
export type PrinterKind = (typeof printerKinds)[number];

export const profileNames = ['generic80', 'generic58', 'epson', 'epson180', 'star'] as const;
/** Families of printers: code pages, columns, knife, drawer, whether they answer. */
export type ProfileName = (typeof profileNames)[number];

export const labelProfileNames = ['zpl203', 'zpl300'] as const;
/** Label printers that speak ZPL, by their dots to the inch. Receipts are not printed on them. */
export type LabelProfileName = (typeof labelProfileNames)[number];

/** What a printer of this terminal can be. */
export const printerProfileNames = [...profileNames, ...labelProfileNames] as const;
export type PrinterProfileName = ProfileName | LabelProfileName;

export const isLabelProfile = (name: PrinterProfileName): name is LabelProfileName =>
  labelProfileNames.some((each) => each === name);

/** Width of the roll in millimetres. */
export type PaperWidth = 58 | 80;

/** What can be put on paper. */
export const paperKinds = ['bill', 'return', 'void', 'shift', 'payment', 'cash'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Why a printer does not print. Words: `printing.trouble.<code>`. */
export const printerTroubles = [
  'paper_out',
  'cover_open',
  'offline',
  'printer_error',
  'refused',
  'unreachable',
  'no_answer',
  'nonsense',
  'broke_off',
  'restarted',
  'busy_device',
  'no_device',
  'not_allowed',
  'no_queue',
  'cannot_write',
  'cannot_draw',
  'too_old',
  'no_document',
  'dismissed',
] as const;
export type PrinterTrouble = (typeof printerTroubles)[number];

/** What the printer on the screen can be told to suffer from. */
export const simulatedFaults = [
  'none',
  'paper_out',
  'cover_open',
  'offline',
  'dies',
  'refuses',
  'silent',
  'nonsense',
] as const;
export type SimulatedFault = (typeof simulatedFaults)[number];
