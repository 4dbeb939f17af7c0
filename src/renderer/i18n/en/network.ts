import { adding, attention, connection, terminals } from './network-office';

/** The state in the top bar, and the first run of a second till. */
export const network = {
  taken: '{{name}}: already taken up at {{terminal}}. See “Alerts”.',
  takenDropped: '{{name}}: already dropped at another till. See “Alerts”.',
  level: {
    alone: 'This till only',
    live: 'Connected',
    catchingUp: 'Catching up',
    connecting: 'Connecting',
    offline: 'Offline',
    attention: 'Needs attention',
  },
  catchingUpBy_one: 'Catching up · {{count}} change to come',
  catchingUpBy_other: 'Catching up · {{count}} changes to come',
  /** On a row that another till has made a moment ago. */
  new: 'New',
  wantsAttention_one: '{{count}} needs attention',
  wantsAttention_other: '{{count}} need attention',
  waiting_one: '{{count}} waiting',
  waiting_other: '{{count}} waiting',
  text: {
    alone: 'The shop has this one till. Everything is kept on it, and it needs no network.',
    live: 'What is done at any till of the shop is seen at all of them, here too.',
    catchingUp:
      'What the other tills did meanwhile is coming in. Selling goes on; stock and dues are right once all of it is here.',
    connecting: 'Calling the main till. Selling goes on meanwhile.',
    offline:
      'The main till cannot be reached. Selling goes on: everything is safe on this till and goes out by itself when the main till is back.',
    attention: 'Some things done here were changed or refused by the shop. Look at them.',
  },
  /** Where waiting does not help: somebody has to do something, and what that is. */
  stuck: {
    revoked:
      'This till was removed from the shop by its owner. It sells on by itself and keeps everything; nothing is sent any more. To come back it leaves the shop first, and is added anew.',
    not_enrolled:
      'The shop does not know this till. It sells on by itself and keeps everything. Ask the owner to look under Tills at the main till.',
    wrong_key:
      'The main till does not recognise this till. It sells on by itself and keeps everything. To come back it leaves the shop first, and the owner adds it anew.',
    wrong_certificate:
      'Another machine answered in the main till’s place, so nothing was sent to it. Selling goes on. See which machine has the main till’s address.',
    protocol:
      'This till and the main till have different versions. Bring Galla up to date on both; selling goes on meanwhile and everything is kept.',
    other_shop:
      'The file on this till belongs to another shop than the one it was added to, so nothing is sent. Selling goes on and everything is kept here.',
    unpaired:
      'The shop does not know this till. It sells on by itself and keeps everything. Ask the owner to look under Tills at the main till.',
  },
  host: 'Main till',
  here: 'This till',
  notYet: 'Not yet',
  lastSync: 'Last sync',
  toSend: 'Waiting to be sent',
  toReceive: 'Still to come',
  nothing: 'Nothing',
  changes_one: '{{count}} change',
  changes_other: '{{count}} changes',
  nextTry: 'Next try',
  inTime: 'in {{time}}',
  syncNow: 'Sync now',
  lookAtAttention_one: 'Look at {{count}} that needs attention',
  lookAtAttention_other: 'Look at {{count}} that need attention',
  connectTills: 'Add another till',
  toHealth: 'Connection',
  join: {
    offer: 'Is the shop on another till already?',
    open: 'Join a shop',
    title: 'Join a shop',
    step: 'Step {{step}} of {{steps}}',
    how: 'At the till that has the shop, the owner opens Tills and presses “Add a till”. Then choose the shop here.',
    found: 'Shops on this network',
    looking: 'Looking for shops on this network. They appear here by themselves.',
    at: 'at {{host}} · {{address}}',
    address: 'Not in the list? Type the address',
    addressHint: 'Shown at the other till, under “Add a till”.',
    addressMissing: 'Type the address, or choose a shop from the list.',
    ask: 'Ask to join',
    asking: 'Calling {{address}}',
    type: 'Type these digits at the till that has the shop',
    typeHint: '{{shop}} waits for them there, under “Add a till”. You have one try.',
    holdFor: 'The digits work for another {{time}}.',
    copying: 'Copying {{shop}}',
    copyingHint: 'A big shop takes a few minutes. Then you sign in with your own PIN.',
    rows: '{{rows}} of {{total}} records here, {{left}} to go',
    rowsSoFar: '{{rows}} records here',
    ownShop: 'Open a shop of my own',
    failed: {
      wrong_digits: {
        title: 'The digits did not match',
        text: 'Other digits were typed at the other till, so it was stopped for safety. Nothing was copied. Press “Add a till” there again, then try again here; there will be new digits.',
      },
      expired: {
        title: 'It took too long',
        text: 'The digits hold for two minutes. Press “Add a till” at the other till again, then try again here.',
      },
      line_lost: {
        title: 'The connection broke off',
        text: 'Nothing is half done. See that both tills are on and on the same network, then try again.',
      },
      broken_commitment: {
        title: 'Stopped for safety',
        text: 'The two tills did not hear the same from each other, so nothing was copied. Another device may be interfering on this network. Try again, best over a cable or a network of your own.',
      },
      closed: {
        title: 'It was stopped at the other till',
        text: 'Press “Add a till” there again, then try again here.',
      },
      unreachable: {
        title: 'Nobody answers at this address',
        text: 'See that the other till is on, that it lets other tills join, and that both are on the same network. Then check the address.',
      },
      refused: {
        title: 'The shop does not let this till in',
        text: 'Ask the owner to press “Add a till” at the other till, then try again.',
      },
      too_many_tries: {
        title: 'Too many tries',
        text: 'Wait a few minutes, press “Add a till” at the other till again, then try again here.',
      },
      not_open: {
        title: 'The shop is not expecting a till',
        text: 'At the till that has the shop, the owner opens Tills and presses “Add a till”. Then try again here.',
      },
      wrong_certificate: {
        title: 'This is not the till it was a moment ago',
        text: 'Another machine answered in its place, so nothing was sent. See which machine has this address, then try again.',
      },
      protocol: {
        title: 'The two tills have different versions',
        text: 'Bring Galla up to date on both, then try again.',
      },
      disk: {
        title: 'The shop could not be stored here',
        text: 'This machine’s disk is full or may not be written to. Make room, then try again. The other till is as it was.',
      },
    },
  },
  adding,
  attention,
  connection,
  terminals,
} as const;
