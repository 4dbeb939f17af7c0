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
  scannerHint: 'Only for this machine. If scans are taken for typing, choose a slower scanner.',
  gap: 'How fast the scanner is',
  speeds: { fastest: 'Very fast', usual: 'Usual', slower: 'A little slow', slow: 'Slow', slowest: 'Very slow' },
  prefix: 'Sign before each code',
  prefixHint: 'Leave it empty, unless your scanner is set up to send a sign first, such as ~.',
  badPrefix: 'One to four characters; the first is neither a letter nor a digit.',
  test: 'Try the scanner',
  testHint: 'Click here and scan any code.',
  seen: 'It works: {{code}} was taken as a scan. ({{count}} characters, longest pause {{ms}} ms)',
  missed: 'That looked like typing. Choose a slower scanner above. ({{count}} characters, longest pause {{ms}} ms)',
  sounds: 'Sounds',
  soundsHint: 'When something is added, when it is not, and when a bill is done.',
  soundsOn: 'This till makes sounds',
} as const;

/** Settings of the counter: who may do what alone, shifts, dues, the lock. */
export const rules = {
  shift: 'Shifts',
  shiftHint: 'A shift begins and ends with counting the cash in the drawer.',
  requireShift: 'Sell only while a shift is open',
  requireShiftHint: 'Without one the counter first asks what is in the drawer, and no cash is taken for dues.',
  blindCount: 'Hide the figures until the drawer is counted',
  blindCountHint: 'Cashiers see what should be there only after they have counted.',
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
  lockAfter: 'Lock when nobody has used it for',
  never: 'Never',
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
} as const;
