import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '@shared/clock';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packDiagnostics } from '../../../src/main/shell/diagnostics';
import { openFileLog } from '../../../src/main/shell/log';
import { scrub } from '../../../src/main/shell/log/scrub';
import { createRestarts } from '../../../src/main/shell/restarts';
import { readPlace, savePlace } from '../../../src/main/shell/window-bounds';
import { eventually } from '../../support/eventually';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galla-shell-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the log', () => {
  it('is JSON lines with level, time and message', async () => {
    const log = openFileLog(folder, { version: '1.2.3' });
    log.warn({ call: 'sales.cart' }, 'call refused');
    await log.close();
    const line: unknown = JSON.parse(readFileSync(join(folder, 'galla.log'), 'utf8'));
    expect(line).toMatchObject({ level: 'warn', version: '1.2.3', call: 'sales.cart', msg: 'call refused' });
    expect(line).toHaveProperty('time', expect.stringMatching(/^\d{4}-\d\d-\d\dT/));
  });

  it('has the last words of a process before anything else can happen', async () => {
    const log = openFileLog(folder, {});
    log.fatal({ error: 'boom' }, 'main crashed');
    expect(readFileSync(join(folder, 'galla.log'), 'utf8')).toContain('main crashed');
    await log.close();
  });

  it('never grows beyond five files of some five megabytes', async () => {
    const log = openFileLog(folder, {});
    const text = 'x'.repeat(7_000);
    for (let i = 0; i < 4_500; i++) {
      log.info({ text }, 'line');
      if (i % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await log.close();
    const files = readdirSync(folder).filter((name) => name.startsWith('galla.') && name.endsWith('.log'));
    expect(files.sort()).toEqual(['galla.1.log', 'galla.2.log', 'galla.3.log', 'galla.4.log', 'galla.log']);
    for (const name of files) expect(statSync(join(folder, name)).size).toBeLessThan(6.5 * 1024 * 1024);
  });

  it('goes on after a disk that refused, and never ends the app', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const place = join(folder, 'logs');
    const log = openFileLog(place, {});
    rmSync(place, { recursive: true });
    writeFileSync(place, 'a file where the folder should be');
    log.info({}, 'lost');
    rmSync(place);
    mkdirSync(place);
    await eventually(() => {
      vi.advanceTimersByTime(6_000);
      log.info({}, 'back again');
      expect(readFileSync(join(place, 'galla.log'), 'utf8')).toContain('back again');
    });
    await log.close();
    vi.useRealTimers();
  });

  it('cuts what is no log line', () => {
    const { text } = scrub({ text: 'x'.repeat(10_000_000) });
    expect(String(text).length).toBe(8_000);
  });

  it.each([
    [{ pin: '4826' }, { pin: '[redacted]' }],
    [{ customer: { phone: '+91 98765 43210' } }, { customer: '[redacted]' }],
    [
      { body: { list: [{ email: 'a@b.org', upi_id: 'a@upi' }] } },
      { body: { list: [{ email: '[redacted]', upi_id: '[redacted]' }] } },
    ],
    [{ text: 'call 9876543210 or +91 98765 43210 now' }, { text: 'call [phone] or [phone] now' }],
    [{ text: 'from meera.n@example.org' }, { text: 'from [mail]' }],
    [
      { token: 'abc', count: 5, at: 1_763_700_000_000 },
      { token: '[redacted]', count: 5, at: 1_763_700_000_000 },
    ],
  ])('scrubs %j', (fields, written) => expect(scrub(fields)).toEqual(written));

  it.each([
    'index.js:12:34567',
    '0192a000-0000-7000-8000-000000000001',
    'backup galla-2026-11-21-0430.db',
    '2026-11-21T04:30:00.000Z',
  ])('leaves %s as it is', (text) => expect(scrub({ text })).toEqual({ text }));
});

describe('diagnostics', () => {
  it('are the facts and the logs, and nothing else that lies in the folder', async () => {
    mkdirSync(join(folder, 'logs'));
    writeFileSync(join(folder, 'logs/galla.log'), 'now');
    writeFileSync(join(folder, 'logs/galla.2.log'), 'before');
    writeFileSync(join(folder, 'logs/customers.csv'), 'secret');
    const files = unzipSync(await packDiagnostics(join(folder, 'logs'), { version: '1.2.3' }));
    expect(Object.keys(files).sort()).toEqual(['facts.json', 'logs/galla.2.log', 'logs/galla.log']);
    expect(strFromU8(files['logs/galla.2.log'] ?? new Uint8Array())).toBe('before');
    expect(JSON.parse(strFromU8(files['facts.json'] ?? new Uint8Array()))).toEqual({ version: '1.2.3' });
  });
});

describe('restarts after a bug in main', () => {
  it('happen, but not in a loop', () => {
    const clock = new ManualClock(1_000_000);
    const restarts = createRestarts(join(folder, 'restarts.json'), clock);
    expect(restarts.record()).toEqual({ restart: true });
    clock.advance(1_000);
    expect(restarts.record()).toEqual({ restart: true });
    clock.advance(1_000);
    expect(restarts.record()).toEqual({ restart: false });
    clock.advance(5 * 60_000);
    expect(restarts.record()).toEqual({ restart: true });
  });

  it('are told once', () => {
    const restarts = createRestarts(join(folder, 'restarts.json'), new ManualClock(1));
    expect(restarts.takeUntold()).toBe(false);
    restarts.record();
    expect(restarts.takeUntold()).toBe(true);
    expect(restarts.takeUntold()).toBe(false);
  });

  it('do not fail over a file that holds something else', () => {
    writeFileSync(join(folder, 'restarts.json'), '{"at":"yesterday"}');
    expect(createRestarts(join(folder, 'restarts.json'), new ManualClock(1)).record()).toEqual({ restart: true });
  });
});

describe('the place of the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const file = () => join(folder, 'window.json');
  const bounds = { x: 100, y: 50, width: 1280, height: 800 };

  it('is where it was', () => {
    savePlace(file(), { bounds, maximized: false });
    expect(readPlace(file(), [screen])).toEqual({ bounds, maximized: false });
  });

  it('fills the screen at the first start', () => {
    expect(readPlace(file(), [screen])).toEqual({ maximized: true });
  });

  it.each([
    ['a screen that is gone', { ...bounds, x: 2500 }],
    ['a place above the screen', { ...bounds, y: -500 }],
    ['the last few pixels', { ...bounds, x: 1900 }],
  ])('is not %s', (_what, lost) => {
    savePlace(file(), { bounds: lost, maximized: false });
    expect(readPlace(file(), [screen])).toEqual({ maximized: false });
  });

  it.each(['', 'null', '{"bounds":{"x":1e99}}', '{"bounds":5}', 'nonsense'])('is not read from %j', (text) => {
    writeFileSync(file(), text);
    expect(readPlace(file(), [screen])).toEqual({ maximized: true });
  });
});
