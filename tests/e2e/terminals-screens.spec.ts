import type { AttentionItem, ConnectionHealth, JoinFailure, NetworkStatus, Terminal } from '@shared/contract';
import { quantity } from '@shared/money';
import { call, createShop } from './support/calls';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { alone } from './support/network-status';
import { type Part, play } from './support/play';
import { visit } from './support/visit';

// Every state of tills working together, in pictures (test-results/screens) and under axe. The states are played: each
// of them is made by real tills in terminals.spec.ts, or by the tests of src/main/network.

const at = Date.UTC(2026, 10, 21, 8, 35);
const minute = 60_000;

const live: NetworkStatus = {
  ...alone,
  role: 'member',
  level: 'live',
  phase: 'live',
  lastHeard: at,
  latency: 3,
  hub: { name: 'Counter 1', address: '192.168.1.20:4747' },
};
const hosting: NetworkStatus = { ...live, role: 'host', key: 'file' };

const tills: Terminal[] = [
  {
    id: '01980000-0000-7000-8000-000000000001',
    name: 'Counter 1',
    role: 'counter',
    series: 'A1',
    lastSeen: at,
    version: '0.1.0',
    online: true,
    revoked: false,
    isSelf: true,
    isHost: true,
  },
  {
    id: '01980000-0000-7000-8000-000000000002',
    name: 'Counter 2, by the door to the bakery',
    role: 'counter',
    series: 'A2',
    lastSeen: at - 90 * minute,
    version: '0.1.0',
    online: false,
    revoked: false,
    isSelf: false,
    isHost: false,
  },
  {
    id: '01980000-0000-7000-8000-000000000003',
    name: 'Old laptop',
    role: 'office',
    series: 'A3',
    lastSeen: at - 40 * 24 * 60 * minute,
    version: '0.0.9',
    online: false,
    revoked: true,
    isSelf: false,
    isHost: false,
  },
];

const health: ConnectionHealth = {
  uptime: 3 * 60 * minute + 12 * minute,
  connectedSince: at - 50 * minute,
  lastHeartbeat: at,
  latency: 3,
  messages: [
    { type: 'hello', sent: 2, received: 0 },
    { type: 'welcome', sent: 0, received: 2 },
    { type: 'push', sent: 41, received: 0 },
    { type: 'ack', sent: 0, received: 41 },
    { type: 'frame', sent: 0, received: 118 },
    { type: 'ping', sent: 1_152, received: 1_149 },
  ],
  hub: { version: '0.1.0', schema: 3, epoch: '01980000-aaaa-7000-8000-00000000000e', cursor: 48_213, head: 48_213 },
  pending: 0,
  refused: 1,
  events: [
    { at, kind: 'connected', params: {} },
    { at: at - minute, kind: 'offline', params: { reason: 'no_answer' } },
    { at: at - 20 * minute, kind: 'paired', params: { terminal: 'Counter 2' } },
    { at: at - 22 * minute, kind: 'pairing_failed', params: { reason: 'wrong_digits' } },
    { at: at - 50 * minute, kind: 'hosting', params: {} },
  ],
};

const items: AttentionItem[] = [
  {
    id: 'mid:41',
    at,
    kind: 'rejected',
    what: 'product.edit',
    code: 'not_found',
    subject: 'Basmati Rice 5 kg',
    by: 'Rahul',
    actions: ['retry', 'dismiss'],
    link: null,
  },
  {
    id: 'mid:38',
    at: at - 5 * minute,
    kind: 'quarantined',
    what: 'sale.complete',
    code: 'missing_reference',
    subject: 'A2/2627/000118',
    by: 'Rahul',
    actions: ['dismiss'],
    link: '/bills/01980000-0000-7000-8000-000000000118',
  },
  {
    id: 'mid:36',
    at: at - 12 * minute,
    kind: 'held_taken_twice',
    name: 'Blue shirt, second shelf',
    terminal: 'Counter 2',
    by: 'Rahul',
    actions: ['dismiss'],
    link: '/bills/01980000-0000-7000-8000-000000000119',
  },
  {
    id: 'alert:7',
    at: at - 30 * minute,
    kind: 'oversold',
    product: 'Amul Butter 500 g',
    stock: quantity(-2000),
    unit: 'PCS',
    actions: ['dismiss'],
    link: '/products/01980000-0000-7000-8000-000000000007',
  },
  {
    id: 'fork:1',
    at: at - 60 * minute,
    kind: 'renumbered',
    series: 'A4',
    count: 3,
    documents: [
      { from: 'A2/2627/000115', to: 'A4/2627/000001' },
      { from: 'A2/2627/000116', to: 'A4/2627/000002' },
    ],
    actions: ['dismiss'],
    link: null,
  },
];

test('a second till joins: the shops that are seen, the digits, the copy, and every failure with its way on', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const app = await launch();
  const { page } = app;
  const look = looker(app);
  await app.ready('first-run');
  await play(app, { 'network.discover': [], 'network.joining': { state: 'idle' } });
  await page.getByRole('button', { name: 'Join a shop' }).click();
  await expect(page.getByText('Looking for shops')).toBeVisible();
  await look('join-looking');
  await page.getByRole('button', { name: 'Ask to join' }).click();
  await expect(page.getByText('Type the address, or choose')).toBeVisible();
  const found = [
    { shop: 'Ashapura Kirana & Bakery', host: 'Counter 1', address: '192.168.1.20:4747' },
    { shop: 'श्री गणेश जनरल स्टोर', host: 'काउंटर', address: '192.168.1.31:4747' },
  ];
  await play(app, { 'network.discover': found, 'network.joining': { state: 'idle' } });
  await expect(page.getByRole('button', { name: /Ashapura/ })).toBeVisible();
  await look('join-found');

  const shop = 'Ashapura Kirana & Bakery';
  const joining = async (value: NonNullable<Part['network.joining']>, sign: string) => {
    await play(app, { 'network.discover': found, 'network.joining': value });
    await expect(page.getByText(sign).first()).toBeVisible();
  };
  await joining({ state: 'connecting', address: '192.168.1.20:4747' }, 'Calling');
  await look('join-asking');
  await joining({ state: 'comparing', shop, digits: '042917', expiresAt: Date.now() + 110_000 }, 'Type these digits');
  await look('join-digits');
  await joining({ state: 'copying', shop, progress: null }, 'Copying');
  await look('join-copying-begins');
  await joining({ state: 'copying', shop, progress: { rows: 31_250, total: 48_213 } }, '16,963 to go');
  await look('join-copying');
  const failures: Record<JoinFailure, string> = {
    wrong_digits: 'The digits did not match',
    expired: 'It took too long',
    line_lost: 'The connection broke off',
    broken_commitment: 'Stopped for safety',
    closed: 'It was stopped at the other till',
    unreachable: 'Nobody answers at this address',
    refused: 'The shop does not let this till in',
    too_many_tries: 'Too many tries',
    not_open: 'The shop is not expecting a till',
    wrong_certificate: 'This is not the till it was a moment ago',
    protocol: 'The two tills have different versions',
    disk: 'The shop could not be stored here',
  };
  for (const [reason, sign] of Object.entries(failures)) {
    await joining({ state: 'failed', reason: reason as JoinFailure }, sign); // proof: a key of the table above
    await look(`join-failed-${reason}`);
  }
});

test('the state of the line is always visible, in words', async ({ launch }) => {
  test.setTimeout(120_000);
  const app = await launch();
  const { page } = app;
  const look = looker(app);
  await createShop(page);
  await app.ready('counter');
  const states: [name: string, status: NetworkStatus, word: string][] = [
    ['alone', alone, 'This till only'],
    ['live', live, 'Connected'],
    ['live-behind', { ...live, behind: 1_204, pending: 2 }, 'Catching up'],
    ['connecting', { ...live, level: 'connecting', phase: 'greeting' }, 'Connecting'],
    [
      'offline',
      { ...live, level: 'offline', phase: 'waiting', pending: 7, retryAt: Date.now() + 60_000, reason: 'no_answer' },
      'Offline',
    ],
    ['revoked', { ...live, level: 'attention', phase: 'waiting', pending: 7, reason: 'revoked' }, 'Needs attention'],
    ['attention', { ...live, level: 'attention', attention: 2 }, '2 need attention'],
  ];
  for (const [name, status, word] of states) {
    await play(app, { 'network.status': status });
    const state = page.getByRole('banner').getByRole('button', { name: word });
    await state.click();
    await expect(page.getByRole('dialog')).toBeVisible();
    // A till that was removed can call as often as it likes.
    const mayCall = name !== 'alone' && name !== 'revoked';
    await expect(page.getByRole('button', { name: 'Sync now' })).toHaveCount(mayCall ? 1 : 0);
    await look(`sync-${name}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(state).toBeFocused();
  }
  await play(app, { 'network.status': hosting });
  await call(page, 'settings.save', { language: 'hi' });
  await page.getByRole('banner').getByRole('button', { name: 'जुड़ा है' }).click();
  await look('sync-hindi');
});

test('tills, their connection and what needs attention', async ({ launch }) => {
  test.setTimeout(300_000);
  const app = await launch();
  const { page } = app;
  const look = looker(app);
  await createShop(page);
  await app.ready('counter');
  await play(app, { 'network.status': alone });
  await visit(page, '/terminals');
  await expect(page.getByText('This till works alone')).toBeVisible();
  await look('tills-alone');

  const host: Part = { 'network.status': hosting, 'network.terminals': tills, 'network.health': health };
  await play(app, host);
  await expect(page.getByRole('row', { name: /Counter 1/ })).toBeVisible();
  await look('tills-host');
  await page.getByRole('button', { name: 'Rename Counter 1' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('tills-rename');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove Counter 2' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('tills-remove');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('switch', { name: 'Other tills may join' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('tills-stop');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const expiresAt = Date.now() + 110_000;
  const pairing = (value: NonNullable<Part['network.pairing']>) =>
    play(app, { ...host, 'network.openPairing': value, 'network.pairing': value, 'network.closePairing': value });
  await pairing({ state: 'open', expiresAt, addresses: ['192.168.1.20:4747', 'counter-1.local:4747'] });
  await page.keyboard.press('n');
  await expect(page.getByText('Waiting for the new till')).toBeVisible();
  await look('adding-open');
  await pairing({ state: 'asking', expiresAt, request: { deviceName: 'bakery-laptop' } });
  const digits = page.getByRole('textbox', { name: 'The six digits that it shows' });
  await expect(digits).toBeFocused();
  await look('adding-asked');
  await digits.fill('0429');
  await page.getByRole('button', { name: 'Let it in' }).click();
  await expect(page.getByText('Six digits.')).toBeVisible();
  await look('adding-digits-missing');
  await pairing({ state: 'done', terminal: { id: 'x', name: 'Bakery', series: 'A5' } });
  await expect(page.getByText('Bakery belongs to the shop now')).toBeVisible();
  await look('adding-done');
  for (const reason of ['wrong_digits', 'expired', 'line_lost', 'broken_commitment', 'closed'] as const) {
    await pairing({ state: 'failed', reason });
    await expect(page.getByRole('button', { name: 'Start again' })).toBeVisible();
    await look(`adding-failed-${reason}`);
  }
  await page.keyboard.press('Escape');

  await play(app, { ...host, 'network.status': live, 'network.terminals': tills.map(asMemberSees) });
  await expect(page.getByText('The main till is Counter 1.')).toBeVisible();
  await look('tills-member');
  await page.getByRole('button', { name: 'Leave this shop' }).click();
  await expect(page.getByRole('dialog')).toContainText('begins again');
  await look('tills-leave');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await play(app, {
    ...host,
    'network.status': { ...live, level: 'attention', phase: 'waiting', reason: 'revoked' },
    'network.terminals': tills.map(asMemberSees),
  });
  await expect(page.getByRole('row', { name: /This till Removed/ })).toBeVisible();
  await look('tills-removed-here');
  // What its panel says has to be done can be done from there.
  await page.getByRole('banner').getByRole('button', { name: 'Needs attention' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave this shop' }).press('Enter');
  const question = page.getByRole('dialog', { name: 'Leave this shop?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await visit(page, '/connection');
  await expect(page.getByText('This till became the main till')).toBeVisible();
  await look('connection');
  await page.getByRole('button', { name: 'Copy the list' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '5 lines copied' })).toBeVisible();

  await play(app, { ...host, 'attention.list': [] });
  await visit(page, '/attention');
  await expect(page.getByText('Nothing needs your attention')).toBeVisible();
  await look('attention-none');
  await play(app, {
    ...host,
    'network.status': { ...hosting, level: 'attention', attention: items.length },
    'attention.list': items,
  });
  await expect(page.getByText('Not accepted · Product changed: Basmati Rice 5 kg')).toBeVisible();
  await page.getByText('Old and new numbers').click();
  await look('attention');
  await call(page, 'settings.save', { language: 'hi' });
  for (const path of ['attention', 'terminals', 'connection']) {
    await visit(page, `/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(`hindi-${path}`);
  }
});

/** What only the hub knows is not known at another till. */
function asMemberSees(till: Terminal): Terminal {
  return { ...till, lastSeen: null, version: null, online: null, revoked: null, isSelf: till.series === 'A2' };
}
