import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer, connect as plainConnect, type Server } from 'node:net';
import { join } from 'node:path';
import { connect as tlsConnect, createServer as tlsServer } from 'node:tls';
import { systemClock } from '@shared/clock';
import { doorPaths, lineText } from '@shared/door';
import { registrySchema } from '@shared/sync';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningHub, runHub } from '../../../src/hub';
import { loadCertificate } from '../../../src/hub/door';
import { type ControlLine, openControl } from '../../../src/main/network/control';
import { openDoorLine } from '../../../src/main/network/door-line';
import { type Identity, loadIdentity } from '../../../src/main/network/identity';
import { JoinAttempt } from '../../../src/main/network/join';
import { noVault, silentLog, temporaryFolder, until } from '../../support/network';
import { makeIds } from '../../support/shop-store';

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const ids = makeIds(systemClock);
const version = '0.0.0';

function folder(): string {
  const temporary = temporaryFolder();
  closing.push(temporary.remove);
  return temporary.folder;
}

const newIdentity = () => loadIdentity(folder(), noVault, silentLog, true);

interface World {
  readonly hub: RunningHub;
  readonly folder: string;
  readonly to: { readonly host: string; readonly port: number };
  readonly operator: Identity;
  readonly control: ControlLine;
}

async function startHub(): Promise<World> {
  const operator = newIdentity();
  const data = folder();
  const hub = await runHub({
    folder: data,
    port: 0,
    host: '127.0.0.1',
    operators: [operator.publicKey],
    announced: false,
    version,
    clock: systemClock,
    ids,
    log: silentLog,
  });
  closing.push(() => hub.close());
  const to = { host: '127.0.0.1', port: hub.port };
  const control = await openControl({
    to,
    fingerprint: hub.fingerprint,
    identity: operator,
    terminal: ids.next(),
    version,
    onChange: () => {},
    onClose: () => {},
  });
  closing.push(() => control.close());
  return { hub, folder: data, to, operator, control };
}

/** A raw line: what it was told, and whether it is still open. */
async function rawLine(world: World, path = '/', headers: Record<string, string> = {}) {
  const tls = tlsConnect({ ...world.to, rejectUnauthorized: false });
  await once(tls, 'secureConnect');
  const socket = new WebSocket(`ws://127.0.0.1${path}`, { createConnection: () => tls, headers });
  const heard: { t: string; code?: string; nonce?: string }[] = [];
  let isClosed = false;
  socket.on('message', (data) => void heard.push(JSON.parse(String(data))));
  socket.on('close', () => {
    isClosed = true;
  });
  socket.on('error', () => {});
  closing.push(() => socket.terminate());
  await Promise.race([once(socket, 'open').catch(() => {}), until(() => isClosed)]);
  return { socket, heard, isClosed: () => isClosed, gone: () => until(() => isClosed) };
}

async function challenged(world: World, path = '/') {
  const line = await rawLine(world, path);
  const nonce = await until(() => line.heard[0]?.nonce);
  return { ...line, nonce };
}

const hello = (terminal: string) =>
  JSON.stringify({
    t: 'hello',
    session: 's',
    protocol: 1,
    schema: registrySchema,
    terminal,
    fence: 0,
    epoch: '',
    cursor: 0,
    chain: '0'.repeat(32),
    scopes: [],
    time: 0,
  });

/** A terminal that the hub knows, with the operator's key. */
async function enrolled(world: World): Promise<string> {
  const terminal = ids.next();
  await world.control.ask({ call: 'enrol', terminal, series: 'B' });
  return terminal;
}

async function proveAs(world: World, identity: Identity, terminal: string, path = '/', tamper: object = {}) {
  const line = await challenged(world, path);
  const signature = identity.sign(
    lineText({ path, nonce: line.nonce, fingerprint: world.hub.fingerprint, terminal, ...tamper }),
  );
  line.socket.send(JSON.stringify({ t: 'proof', terminal, key: identity.publicKey, signature, version }));
  return line;
}

/** Lets a device in as a person would; its terminal. */
async function pairByHand(world: World, device: Identity, terminal = ids.next()): Promise<string> {
  await world.control.ask({ call: 'openPairing' });
  const digits = await new Promise<string>((resolve, reject) => {
    const attempt = new JoinAttempt({
      to: world.to,
      facts: { key: device.publicKey, terminal, deviceName: 'Counter by the door' },
      now: Date.now,
      onAccepted: () => {},
      onChange() {
        const { state } = attempt;
        if (state.state === 'comparing') resolve(state.digits);
        if (state.state === 'failed') reject(new Error(state.reason));
      },
    });
    closing.push(() => attempt.cancel());
  });
  await world.control.ask({ call: 'confirm', digits, name: 'Counter', role: 'counter' });
  return terminal;
}

const byes = (heard: readonly { t: string; code?: string }[]) =>
  heard.filter(({ t }) => t === 'bye').map(({ code }) => code);

describe('a line to the hub', () => {
  it('is taken when the terminal’s own key has signed, and then the hub speaks', async () => {
    const world = await startHub();
    const terminal = await enrolled(world);
    const line = await proveAs(world, world.operator, terminal);
    await until(() => line.heard.some(({ t }) => t === 'accepted'));
    line.socket.send(hello(terminal));
    await until(() => line.heard.some(({ t }) => t === 'welcome'));
  });

  it('is refused to a key that was never paired', async () => {
    const world = await startHub();
    const line = await proveAs(world, newIdentity(), ids.next());
    await line.gone();
    expect(byes(line.heard)).toEqual(['unpaired']);
  });

  it('is refused to another paired key that claims the name', async () => {
    const world = await startHub();
    const terminal = await enrolled(world);
    const line = await proveAs(world, newIdentity(), terminal);
    await line.gone();
    expect(byes(line.heard)).toEqual(['wrong_key']);
  });

  it.each([
    ['another nonce', { nonce: 'f'.repeat(64) }],
    ['another hub’s certificate', { fingerprint: 'f'.repeat(64) }],
    ['another terminal', { terminal: ids.next() }],
    ['another door', { path: doorPaths.control }],
  ])('is refused to a signature over %s', async (_what, tamper) => {
    const world = await startHub();
    const terminal = await enrolled(world);
    const line = await proveAs(world, world.operator, terminal, '/', tamper);
    await line.gone();
    expect(byes(line.heard)).toEqual(['wrong_key']);
  });

  it('is cut, and refused from then on, when the terminal is sent away', async () => {
    const world = await startHub();
    const device = newIdentity();
    const terminal = await pairByHand(world, device);
    const line = await proveAs(world, device, terminal);
    await until(() => line.heard.some(({ t }) => t === 'accepted'));
    line.socket.send(hello(terminal));
    await until(() => line.heard.some(({ t }) => t === 'welcome'));
    await world.control.ask({ call: 'revoke', terminal });
    await line.gone();
    const again = await proveAs(world, device, terminal);
    await again.gone();
    expect(byes(again.heard)).toEqual(['revoked']);
  });

  it('hears nothing before the proof: a HELLO alone ends it', async () => {
    const world = await startHub();
    const terminal = await enrolled(world);
    const line = await challenged(world);
    line.socket.send(hello(terminal));
    await line.gone();
    expect(byes(line.heard)).toEqual(['bad_message']);
  });

  it('hears nobody under another name than the proved one', async () => {
    const world = await startHub();
    const [one, other] = [await enrolled(world), ids.next()];
    const device = newIdentity();
    const theirs = await pairByHand(world, device, other);
    const line = await proveAs(world, device, theirs);
    await until(() => line.heard.some(({ t }) => t === 'accepted'));
    line.socket.send(hello(one));
    await line.gone();
    expect(byes(line.heard)).toEqual(['wrong_key']);
  });

  it.each([
    ['nothing that is JSON', '{'],
    ['a list', '[]'],
    ['a proof with a member too many', JSON.stringify({ t: 'proof', more: 1 })],
    ['an empty message', ''],
  ])('ends when a stranger says %s', async (_what, text) => {
    const world = await startHub();
    const line = await challenged(world);
    line.socket.send(text);
    await line.gone();
    expect(byes(line.heard)).toEqual(['bad_message']);
  });

  it('ends before a stranger’s long frame is all there', async () => {
    const world = await startHub();
    const line = await challenged(world);
    const proof = 'x'.repeat(8 * 1024 * 1024);
    line.socket.send(proof);
    await line.gone();
    expect(byes(line.heard).every((code) => code === 'too_large')).toBe(true);
    // It is still there for others.
    const other = await challenged(world);
    expect(other.nonce).toHaveLength(64);
  });

  it('is refused to a page in a browser', async () => {
    const world = await startHub();
    const line = await rawLine(world, '/', { origin: 'https://example.org' });
    await line.gone();
    expect(line.heard).toEqual([]);
  });

  it('is refused for a while to an address that fails again and again', async () => {
    const world = await startHub();
    for (let n = 0; n < 10; n++) {
      const line = await challenged(world);
      line.socket.send('{}');
      await line.gone();
    }
    const line = await rawLine(world);
    await line.gone();
    expect(byes(line.heard)).toEqual(['rate_limited']);
    const pairing = await rawLine(world, doorPaths.pairing);
    await pairing.gone();
    expect(byes(pairing.heard)).toEqual(['rate_limited']);
  });
});

describe('the control line', () => {
  it('is for whoever runs the hub alone', async () => {
    const world = await startHub();
    const device = newIdentity();
    const terminal = await pairByHand(world, device);
    const line = await proveAs(world, device, terminal, doorPaths.control);
    await line.gone();
    expect(byes(line.heard)).toEqual(['unpaired']);
  });

  it.each(['{}', '{"t":"control","id":1,"ask":{"call":"everything"}}', 'x'])('ends with %s', async (text) => {
    const world = await startHub();
    const line = await proveAs(world, world.operator, ids.next(), doorPaths.control);
    await until(() => line.heard.some(({ t }) => t === 'accepted'));
    line.socket.send(text);
    await line.gone();
    expect(byes(line.heard)).toEqual(['bad_message']);
  });
});

describe('a till', () => {
  it('sends nothing to a hub with another certificate', async () => {
    const { fingerprint } = await loadCertificate(folder());
    const impostor = await loadCertificate(folder());
    const received: Buffer[] = [];
    const server = tlsServer({ key: impostor.key, cert: impostor.cert }, (socket) => {
      socket.on('data', (data) => received.push(data));
      socket.on('error', () => {});
    });
    // It may be gone so soon that the greeting itself fails.
    const over = Promise.race([
      once(server, 'tlsClientError'),
      once(server, 'secureConnection').then(([socket]) => once(socket, 'close')),
    ]);
    const port = await listen(server);
    const failure = await new Promise((resolve) => {
      openDoorLine({
        to: { host: '127.0.0.1', port },
        path: '/',
        fingerprint,
        identity: newIdentity(),
        terminal: ids.next(),
        version,
        onAccepted: () => resolve('accepted'),
        onMessage: () => resolve('message'),
        onClose: resolve,
      });
    });
    expect(failure).toBe('wrong_certificate');
    await over;
    expect(Buffer.concat(received).toString()).toBe('');
  });

  it('is not fooled by somebody in between who passes everything on under a certificate of his own', async () => {
    const world = await startHub();
    const terminal = await enrolled(world);
    const impostor = await loadCertificate(folder());
    const seen: string[] = [];
    const proxy = tlsServer({ key: impostor.key, cert: impostor.cert }, (inner) => {
      const outer = tlsConnect({ ...world.to, rejectUnauthorized: false });
      inner.on('data', (data) => seen.push(String(data)));
      inner.pipe(outer).pipe(inner);
      inner.on('error', () => outer.destroy());
      outer.on('error', () => inner.destroy());
    });
    const port = await listen(proxy);
    const failure = await lineTo(world, { host: '127.0.0.1', port }, terminal);
    expect(failure).toBe('wrong_certificate');
    expect(seen).toEqual([]);
  });

  it('does not mind somebody in between who can only pass the encryption on', async () => {
    const world = await startHub();
    const terminal = await enrolled(world);
    const proxy = createServer((inner) => {
      const outer = plainConnect(world.to);
      inner.pipe(outer).pipe(inner);
      inner.on('error', () => outer.destroy());
      outer.on('error', () => inner.destroy());
    });
    const port = await listen(proxy);
    expect(await lineTo(world, { host: '127.0.0.1', port }, terminal)).toBe('accepted');
  });
});

it('the hub’s key and its devices are for its user’s eyes only, and its certificate stays the same', async () => {
  const world = await startHub();
  for (const file of ['certificate.pem', 'devices.db']) {
    expect(statSync(join(world.folder, file)).mode & 0o077).toBe(0);
  }
  expect((await loadCertificate(world.folder)).fingerprint).toBe(world.hub.fingerprint);
});

it('takes another port when its own is somebody else’s', async () => {
  const taken = await listen(createServer());
  const hub = await runHub({
    folder: folder(),
    port: taken,
    host: '127.0.0.1',
    operators: [],
    announced: false,
    version,
    clock: systemClock,
    ids,
    log: silentLog,
  });
  closing.push(() => hub.close());
  expect(hub.port).not.toBe(taken);
});

it('answers /healthz, and nothing else to whoever asks', async () => {
  const world = await startHub();
  const ask = async (path: string) => {
    const tls = tlsConnect({ ...world.to, rejectUnauthorized: false });
    tls.end(`GET ${path} HTTP/1.1\r\nhost: hub\r\nconnection: close\r\n\r\n`);
    const text: Buffer[] = [];
    for await (const data of tls) text.push(data);
    return Buffer.concat(text).toString();
  };
  expect(await ask('/healthz')).toContain('ok');
  expect(await ask('/metrics')).toContain('galla_hub_');
  expect(await ask('/')).toContain('404');
});

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function lineTo(world: World, to: { host: string; port: number }, terminal: string): Promise<string | null> {
  return new Promise((resolve) => {
    const line = openDoorLine({
      to,
      path: '/',
      fingerprint: world.hub.fingerprint,
      identity: world.operator,
      terminal,
      version,
      onAccepted: () => resolve('accepted'),
      onMessage: () => resolve('message'),
      onClose: resolve,
    });
    closing.push(() => line.terminate());
  });
}
