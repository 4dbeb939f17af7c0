/** What the counter says of the printer. */
export const print = {
  printer: 'Printer',
  chip: '{{printer}}: {{text}}',
  none: 'No printer',
  ready: 'Ready',
  waiting_one: '{{count}} print waiting',
  waiting_other: '{{count}} prints waiting',
  attention_one: '{{count}} print to check',
  attention_other: '{{count}} prints to check',
  now: 'Print',
  tryNow: 'Print now',
  queued: 'On its way to {{printer}}',
  queuedDuplicate: 'On its way to {{printer}}, marked DUPLICATE',
} as const;

/** This till's scanner and loudspeaker, in the settings. */
export const device = {
  scanner: 'Scanner of this till',
  scannerHint: 'Kept on this machine. Galla tells a scanner from a person by how fast it types.',
  gap: 'Longest pause between two characters',
  gapOf: '{{ms}} ms',
  prefix: 'The scanner begins each code with',
  prefixHint: 'Leave it empty, unless your scanner was set up to send something first, such as ~.',
  badPrefix: 'One to four characters; the first is neither a letter nor a digit.',
  test: 'Try the scanner',
  testHint: 'Click here and scan any code.',
  seen: '{{code}}: {{count}} characters, longest pause {{ms}} ms. Recognised as a scan.',
  missed: '{{count}} characters, longest pause {{ms}} ms. That looks like typing: allow a longer pause.',
  sounds: 'Sounds',
  soundsHint: 'For what was added, what was refused, and a bill that is done.',
  soundsOn: 'This till makes sounds',
} as const;

/** Settings of the counter: who may do what alone, shifts, dues, the lock. */
export const rules = {
  shift: 'Shifts',
  shiftHint: 'A shift is one drawer from its float to its count.',
  requireShift: 'Sell with an open shift only',
  requireShiftHint: 'Without one the counter asks for the float first, and no cash is taken for dues.',
  blindCount: 'Count blind',
  blindCountHint: 'Cashiers are told what should be there only after they have counted.',
  alone: 'Without asking',
  aloneHint: 'Beyond this a manager’s or the owner’s PIN is asked for. The owner has no limit.',
  cashierDiscount: 'Discount by a cashier, up to',
  managerDiscount: 'Discount by a manager, up to',
  cashierReturns: 'Cashiers take returns without asking',
  dues: 'Dues',
  duesHint: 'A customer may have days of their own.',
  creditDays: 'To be paid within',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  lock: 'Lock',
  lockHint: 'A locked till keeps its open bill and asks for a PIN.',
  lockAfter: 'Lock when nobody touched it for',
  never: 'Never',
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
} as const;
