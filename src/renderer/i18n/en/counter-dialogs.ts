/** Names of what the counter's keys do, in full. */
export const actions = {
  help: 'Help',
  actions: 'More actions',
  search: 'Search products',
  quantity: 'Quantity of the line',
  discount: 'Discount',
  price: 'Price of the line',
  customer: 'Customer',
  hold: 'Hold the bill',
  recall: 'Recall a held bill',
  return: 'Return, exchange, reprint',
  pay: 'Pay',
  note: 'Note on the line',
  billNote: 'Note on the bill',
  dues: 'Receive dues',
  shift: 'Shift and drawer',
  drawer: 'Open the drawer',
  papers: 'Prints',
  print: 'Print the receipt',
  palette: 'Find anything',
  clock: 'Clock in or out',
  lock: 'Lock the till',
  back: 'Back',
  lines: 'Line above, line below',
  lineUp: 'Line above',
  lineDown: 'Line below',
  pieces: 'One more, one less of the line',
  more: 'One more of the line',
  less: 'One less of the line',
  removeLine: 'Remove the line',
  clear: 'Clear the bill',
} as const;

export const keyEditor = {
  open: 'Change keys',
  title: 'Your keys',
  about: 'These keys are yours, on this till. Press a button, then the new key. Esc leaves it as it was.',
  press: 'Press a key',
  set: '{{action}} is now on {{key}}.',
  taken: '{{key}} is taken by “{{action}}”. Choose another.',
  typing: '{{key}} is for typing. Choose a function key, or one with Ctrl.',
  system: '{{key}} cannot be changed: every screen needs it.',
  reset: 'Reset all keys',
} as const;

export const approval = {
  title: 'Allow this?',
  who: 'Who allows it',
  nobody: 'Nobody in this shop may allow this.',
  allow: 'Allow',
  wholeBill: 'The whole bill',
  order: 'Order {{number}}',
  what: {
    discount: 'A discount of {{rate}}: {{after}} instead of {{before}}',
    price: 'A price of {{amount}} instead of {{before}}',
    void: 'Voiding this bill of {{amount}}',
    return: 'Taking back goods for {{amount}}',
    credit_limit: '{{amount}} more on account, over the limit of {{limit}}',
    drawer: 'Opening the drawer without a sale',
    order_cancel: 'Cancelling it, with {{amount}} paid ahead',
  },
} as const;

export const priceDialog = {
  title: 'Price of {{name}}',
  label: 'Price of one {{unit}}',
  list: 'Usual price: {{price}}',
  set: 'Set price',
  back: 'Back to the usual price',
} as const;

export const noteDialog = {
  line: 'Note on {{name}}',
  bill: 'Note on the bill',
  label: 'Printed on the receipt. Enter keeps it.',
  set: 'Keep note',
} as const;

export const hold = {
  title: 'Hold this bill',
  name: 'Name',
  hint: 'So that you can find it again.',
  usual: 'At {{time}}',
  set: 'Hold',
  done: '{{name}} is held',
} as const;

export const recall = {
  takenAt: 'Already taken up by {{by}} at {{terminal}}.',
  title: 'Held bills',
  withOrders: 'Held bills and orders',
  first: 'The open bill is held first.',
  none: 'No bill is held',
  noneText:
    'Has a customer forgotten something? {{key}} puts the open bill aside. It waits here, at every till of the shop, until somebody takes it up again.',
  at: 'at {{terminal}}',
  done: '{{name}} is back',
  drop: 'Drop {{name}}',
  dropped: '{{name}} dropped',
} as const;

export const actionsDialog = { title: 'More actions' } as const;

export const drawer = {
  title: 'Open the drawer',
  reason: 'Why',
  change: 'Change for a note',
  check: 'Check the drawer',
  mistake: 'Gave the wrong change',
  open: 'Open',
  done: 'The drawer was opened. It has been noted.',
} as const;

export const dues = {
  title: 'Receive dues',
  other: 'Someone else',
  list: 'What is due',
  opening: 'From before',
  until: 'by {{day}}',
  amount: 'Amount received',
  note: 'Note',
  receive: 'Receive {{amount}}',
  advance: 'This is more than is due from {{name}}; the rest becomes store credit.',
  from: 'Received from {{name}}',
  stillDue: 'Still due {{amount}}',
  nothingDue: 'Nothing is due any more',
} as const;

export const exchange = {
  title: 'Return: {{number}}',
  credit: 'Return',
  drop: 'Not an exchange after all',
  note: 'Credit note',
} as const;
