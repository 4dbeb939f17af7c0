/** English words of the palette, which come with it: they are not in the first chunk. Hindi ones are with the others. */
export const palette = {
  title: 'Find anything',
  field: 'A page, an action, a product, a customer, a bill’s number',
  results: 'Found',
  groups: {
    recent: 'Last used',
    actions: 'Actions',
    pages: 'Pages',
    found: 'Pages and actions',
    products: 'Products',
    customers: 'Customers',
    suppliers: 'Suppliers',
    bills: 'Bills',
  },
  /** What else people call it. */
  also: {
    counter: 'till sell bill checkout',
    dashboard: 'dashboard home overview',
    customers: 'khata udhaar dues',
    stock: 'inventory levels',
    shifts: 'x z report',
    taxes: 'gst',
    khata: 'dues ageing overdue',
    printers: 'receipt printer',
    about: 'version help',
    till: 'scanner customer display',
    counterRules: 'permissions discount lock',
    signOut: 'log out lock leave',
    shift: 'float close day end',
    keys: 'shortcuts help',
    terminals: 'network add till host',
    import: 'csv excel upload',
  },
  keys: '↑ ↓ choose, Enter opens, Esc closes',
  none: 'Nothing is called “{{text}}”',
  noneHint:
    'A page goes by its name, in English or Hindi; a product by name, brand or code; a customer by name or phone; a bill by its number.',
} as const;
