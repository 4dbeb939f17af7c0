import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from './support/app';
import { ask, createShop } from './support/calls';
import { expect, test } from './support/fixtures';

/** Lines of the app's log so far. */
function logged({ userData }: RunningApp, message: string): number {
  return readFileSync(join(userData, 'logs/galla.log'), 'utf8').split(`"msg":"${message}"`).length - 1;
}

/** Marks the document: the mark is gone when it has been left for another one. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.set(window, 'mark', 'still here'));
}
const markOf = (page: Page) => page.evaluate(() => Reflect.get(window, 'mark'));

test('the window is isolated, sandboxed and has no Node', async ({ launch }) => {
  const { electron, page } = await launch();
  const { preferences, spellChecker } = await electron.evaluate(({ BrowserWindow, session }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Not in Electron's types, but the only way to see what a window really got.
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return {
      preferences: contents.getLastWebPreferences(),
      spellChecker: session.defaultSession.isSpellCheckerEnabled(),
    };
  });
  expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, webSecurity: true });
  const off = [
    'nodeIntegration',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'webviewTag',
    'navigateOnDragDrop',
  ];
  // What was never on is not listed.
  for (const name of off) expect([name, preferences[name] ?? false]).toEqual([name, false]);
  // It would fetch dictionaries from the network.
  expect(spellChecker).toBe(false);
  const types = await page.evaluate(() =>
    [
      'require',
      'module',
      'exports',
      'process',
      'global',
      'Buffer',
      'setImmediate',
      '__dirname',
      'electron',
      'ipcRenderer',
    ].map((name) => typeof Reflect.get(window, name)),
  );
  expect(new Set(types)).toEqual(new Set(['undefined']));
});

test('the bridge is two functions and nothing of Electron', async ({ launch }) => {
  const { electron, page } = await launch();
  const bridge = await page.evaluate(() => ({
    names: Reflect.ownKeys(window.galla).map(String).sort(),
    types: [typeof window.galla.call, typeof window.galla.on],
    frozen: Object.isFrozen(window.galla),
    replaceable: Reflect.set(window, 'galla', null) && Reflect.get(window, 'galla') === null,
  }));
  expect(bridge).toEqual({
    names: ['call', 'on'],
    types: ['function', 'function'],
    frozen: true,
    replaceable: false,
  });

  // What is pushed arrives alone: no event with a sender or ports beside it.
  const pushed = page.evaluate(
    () =>
      new Promise<unknown[]>((resolve) => {
        const stop = window.galla.on((...parts: unknown[]) => {
          stop();
          resolve(parts);
        });
        Reflect.set(window, 'listening', true);
      }),
  );
  await page.waitForFunction(() => Reflect.get(window, 'listening'));
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.send('galla:event', { type: 'navigate', to: '/x' }),
  );
  expect(await pushed).toEqual([{ type: 'navigate', to: '/x' }]);
});

test('every page carries the policy, letter by letter, with a nonce of its own', async ({ launch }) => {
  const { page } = await launch();
  const policies = await page.evaluate(async () => {
    const fetched = await Promise.all([
      fetch('app://galla/'),
      fetch('app://galla/index.html'),
      fetch('app://galla/crashed'),
    ]);
    return fetched.map((response) => response.headers.get('content-security-policy') ?? '');
  });
  const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? '');
  expect(new Set(nonces).size).toBe(3);
  expect(policies).toEqual(
    nonces.map(
      (nonce) =>
        `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; ` +
        "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    ),
  );
});

test('the app itself does not violate its policy', async ({ launch }) => {
  const app = await launch();
  const complaints: string[] = [];
  app.page.on('console', (message) => complaints.push(message.text()));
  await app.page.reload();
  await app.ready();
  await createShop(app.page);
  await app.page.reload();
  await app.ready();
  expect(complaints.filter((text) => /Content Security Policy|Refused to/.test(text))).toEqual([]);
});

test('script that is not a file of the app does not run', async ({ launch }) => {
  const { page } = await launch();
  const outcome = await page.evaluate(async () => {
    const ran: string[] = [];
    Reflect.set(window, 'ran', (what: string) => ran.push(what));
    const violated = (directive: string, provoke: () => void) =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, disposition }) => {
          if (effectiveDirective === directive) resolve(disposition);
        });
        provoke();
      });
    const inline = await violated('script-src-elem', () => {
      const script = document.createElement('script');
      script.textContent = 'ran("inline")';
      document.body.append(script);
    });
    const attribute = await violated('script-src-attr', () => {
      const button = document.createElement('button');
      button.setAttribute('onclick', 'ran("attribute")');
      document.body.append(button);
      button.click();
      button.remove();
    });
    const remote = await violated('script-src-elem', () => {
      const script = document.createElement('script');
      script.src = 'https://example.org/x.js';
      document.body.append(script);
    });
    const data = await violated('script-src-elem', () => {
      const script = document.createElement('script');
      script.src = 'data:text/javascript,ran("data")';
      document.body.append(script);
    });
    // Not in `evaluate` itself, which the debugger exempts.
    const evaluated = await new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          resolve(String(new Function('return "ran"')()));
        } catch (error) {
          resolve(error instanceof Error ? error.name : 'threw');
        }
      });
    });
    const beacon = await violated('connect-src', () => void fetch('https://example.org/').catch(() => {}));
    const socket = await violated('connect-src', () => {
      try {
        new WebSocket('wss://example.org/');
      } catch {
        // The event is what is waited for.
      }
    });
    const frame = await violated('frame-src', () => {
      const iframe = document.createElement('iframe');
      iframe.src = 'https://example.org/';
      document.body.append(iframe);
    });
    const style = await violated('style-src-elem', () => {
      const element = document.createElement('style');
      element.textContent = 'body { display: none }';
      document.head.append(element);
    });
    return { ran, inline, attribute, remote, data, evaluated, beacon, socket, frame, style };
  });
  expect(outcome).toEqual({
    ran: [],
    inline: 'enforce',
    attribute: 'enforce',
    remote: 'enforce',
    data: 'enforce',
    evaluated: 'EvalError',
    beacon: 'enforce',
    socket: 'enforce',
    frame: 'enforce',
    style: 'enforce',
  });
});

const hostileAddresses = [
  'https://example.org/',
  'http://localhost:5173/',
  'file:///etc/passwd',
  'file://galla/index.html',
  'app://evil/',
  'app://galla.evil/',
  'app://galla/assets/nothing.html',
  'data:text/html,<h1>x</h1>',
  'blob:app://galla/00000000-0000-0000-0000-000000000000',
  'javascript:void document.write(1)',
  'chrome://gpu',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://galla/',
  'ftp://example.org/',
  'smb://server/share',
  'ms-msdt:/id x',
];

test('the page cannot be led away', async ({ launch }) => {
  const app = await launch();
  const { page, electron } = app;
  await mark(page);
  const attempts = [
    (address: string) => {
      location.href = address;
    },
    (address: string) => location.replace(address),
    (address: string) => {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
      link.remove();
    },
    (address: string) => {
      const form = document.createElement('form');
      form.action = address;
      form.method = 'post';
      document.body.append(form);
      form.submit();
      form.remove();
    },
  ];
  for (const address of hostileAddresses) {
    for (const attempt of attempts) await page.evaluate(attempt, address).catch((error: Error) => error.message);
  }
  // The last one would be seen by the guard like all before it; when it has been refused, so have they.
  const before = logged(app, 'navigation refused');
  await page.evaluate(() => {
    location.href = 'https://example.org/last';
  });
  await expect.poll(() => logged(app, 'navigation refused')).toBeGreaterThan(before);
  expect(await markOf(page)).toBe('still here');
  expect(page.url()).toBe('app://galla/');
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the page comes back from where nobody asks main before', async ({ launch }) => {
  const app = await launch();
  await app.ready();
  await mark(app.page);
  await app.page.evaluate(() => {
    location.href = 'about:blank';
  });
  await expect.poll(() => logged(app, 'navigation refused')).toBe(1);
  await app.page.waitForURL('app://galla/');
  await app.ready();
  expect(await markOf(app.page)).toBeUndefined();
});

test('a frame inside the page has no bridge and shows nothing of ours, and a webview is no element', async ({
  launch,
}) => {
  const app = await launch();
  await mark(app.page);
  const inner = await app.page.evaluate(() => {
    const iframe = document.createElement('iframe');
    document.body.append(iframe);
    const bridge = typeof Reflect.get(iframe.contentWindow ?? {}, 'galla');
    iframe.src = 'app://galla/';
    return bridge;
  });
  expect(inner).toBe('undefined');
  expect(await app.page.evaluate(() => document.createElement('webview').constructor.name)).toBe('HTMLElement');
  expect(await markOf(app.page)).toBe('still here');
});

test('no window opens', async ({ launch }) => {
  const { page, electron } = await launch();
  const opened = await page.evaluate(
    (addresses) =>
      ['', ...addresses].flatMap((address) =>
        ['_blank', '_top_', 'other'].filter((target) => window.open(address, target, 'nodeIntegration=yes') !== null),
      ),
    [...hostileAddresses, 'app://galla/'],
  );
  expect(opened).toEqual([]);
  expect(await electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('nothing is permitted, whatever the page asks for', async ({ launch }) => {
  // Without a camera to refuse, the answer would be that there is none.
  const { page } = await launch({ args: ['--use-fake-device-for-media-stream'] });
  const answers = await page.evaluate(async () => {
    const outcome = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        (error: unknown) => (error instanceof Error ? error.name : 'refused'),
      );
    const located = new Promise((resolve, reject) =>
      navigator.geolocation.getCurrentPosition(resolve, ({ code }) =>
        reject(new DOMException('', code === 1 ? 'NotAllowedError' : `Code${code}`)),
      ),
    );
    const names = [
      'geolocation',
      'camera',
      'microphone',
      'notifications',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ];
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    );
    return {
      states: [...new Set(states)],
      notification: await Notification.requestPermission(),
      located: await outcome(located),
      camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await outcome(navigator.mediaDevices.getDisplayMedia({ video: true })),
      clipboard: await outcome(navigator.clipboard.readText()),
      midi: await outcome(navigator.requestMIDIAccess()),
    };
  });
  const { screen, midi, ...others } = answers;
  expect(others).toEqual({
    states: ['denied'],
    notification: 'denied',
    located: 'NotAllowedError',
    camera: 'NotAllowedError',
    microphone: 'NotAllowedError',
    clipboard: 'NotAllowedError',
  });
  expect([screen, midi]).not.toContain('granted');
});

test('app:// serves the bundle and nothing else', async ({ launch }) => {
  const { page, electron } = await launch();
  const paths = [
    '/../../../../etc/passwd',
    '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/..%5c..%5c..%5cetc%5cpasswd',
    '/..\\..\\..\\etc\\passwd',
    '/%252e%252e%252fetc%252fpasswd',
    '//etc/passwd',
    '/etc/passwd',
    '/etc/passwd%00.html',
    '/index.html%00',
    '/index.html%00.js',
    '/assets/../../main/index.cjs',
    '/../main/index.cjs',
    '/../preload/index.cjs',
    '/../../package.json',
    '/assets/',
    '/assets',
    '/index.htm',
  ];
  const statuses = (addresses: string[]) =>
    Promise.all(
      addresses.map((address) =>
        fetch(address).then(
          (response) => response.status,
          () => 'failed',
        ),
      ),
    );
  const fromPage = await page.evaluate(
    statuses,
    paths.map((path) => `app://galla${path}`),
  );
  expect(fromPage).toEqual(paths.map(() => 404));
  // Main's own fetch, which no policy of a page restricts.
  const fromMain = await electron.evaluate(
    ({ net }, addresses) => Promise.all(addresses.map(async (address) => (await net.fetch(address)).status)),
    [...paths.map((path) => `app://galla${path}`), 'app://evil/index.html', 'app://galla.evil/'],
  );
  expect(new Set(fromMain)).toEqual(new Set([404]));
});

test('only links that may leave the app do, and by one door', async ({ launch }) => {
  const { page, electron } = await launch();
  await createShop(page);
  await electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    shell.openExternal = async (address) => void opened.push(address);
  });
  const refused = [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'smb://server/share',
    'http://example.org',
    '\\\\server\\x.exe',
  ];
  for (const url of refused) {
    expect(await ask(page, 'system.openExternal', { url }), url).toMatchObject({
      ok: false,
      error: { code: 'bad_value' },
    });
  }
  const allowed = ['https://wa.me/919876543210', 'mailto:meera@example.org', 'upi://pay?pa=asha@upi'];
  for (const url of allowed) expect(await ask(page, 'system.openExternal', { url }), url).toMatchObject({ ok: true });
  expect(await electron.evaluate(() => Reflect.get(globalThis, 'opened'))).toEqual(allowed);
});

test('a call from any other window is refused, even with our preload and our page', async ({ launch }) => {
  const { page, electron } = await launch();
  await createShop(page);
  const answers = await electron.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`;
    const other = new BrowserWindow({ show: false, webPreferences: { preload } });
    await other.loadURL('app://galla/');
    const fromOurPage = await other.webContents.executeJavaScript('galla.call("settings.get", {})');
    // Another page does not even stand long enough to call.
    const left = await other.loadURL('data:text/html,x').then(
      () => 'stands',
      () => 'left',
    );
    other.destroy();
    return { fromOurPage, left };
  });
  expect(answers).toMatchObject({ fromOurPage: { ok: false, error: { code: 'untrusted_sender' } }, left: 'left' });
  expect(await ask(page, 'settings.get', {})).toMatchObject({ ok: true });
});
