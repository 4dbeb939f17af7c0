/** What printers say, for the top bar as for the settings. */
export const printing = {
  trouble: {
    paper_out: 'Out of paper',
    cover_open: 'The cover is open',
    offline: 'The printer is offline',
    printer_error: 'The printer reports a fault',
    refused: 'The printer refuses the connection',
    unreachable: 'The printer cannot be reached',
    no_answer: 'The printer does not answer',
    nonsense: 'The printer’s answers make no sense: check its type',
    broke_off: 'The connection broke off',
    restarted: 'Galla ended while this was printing',
    busy_device: 'Another program has the printer',
    no_device: 'There is no printer at this place',
    not_allowed: 'Galla may not write to this printer',
    no_queue: 'This computer’s printer did not take it',
    cannot_write: 'The file could not be written',
    cannot_draw: 'The receipt could not be drawn',
    too_old: 'Not printed in time',
    no_document: 'What was to be printed is gone',
    dismissed: 'Set aside',
  },
} as const;
