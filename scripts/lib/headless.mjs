import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from './say.mjs';

/**
 * A helper process whose environment variables others need.
 * @typedef {object} Service
 * @property {NodeJS.ProcessEnv} env
 * @property {() => Promise<void>} stop
 */

/** Whether this is a Linux machine without a display. */
export const isHeadless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** How long a daemon may take to say that it is there. */
const startMs = 15_000;

/**
 * A virtual display (Xvfb) of its own, on a free number, that only holders of its cookie may use. What xvfb-run does,
 * without its shell script's waiting, and without leaving Xvfb behind when we are killed.
 * @param {{ screen?: string }} [options] width x height x depth; larger than any window, because Chromium takes a pixel
 * off a window that would be as large as the screen
 * @returns {Promise<Service>}
 */
export async function startDisplay({ screen = '1920x1200x24' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'galla-display-'));
  const authority = join(folder, 'Xauthority');
  writeFileSync(authority, xauthority(randomBytes(16)), { mode: 0o600 });
  const args = ['-screen', '0', screen, '-nolisten', 'tcp', '-noreset', '-auth', authority, '-displayfd', '3'];
  const service = await startService('Xvfb', args, 3);
  return {
    env: { DISPLAY: `:${service.firstLine}`, XAUTHORITY: authority },
    async stop() {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A D-Bus session bus of its own: native notifications travel over it.
 * @returns {Promise<Service>}
 */
export async function startSessionBus() {
  const service = await startService('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=3'], 3);
  return { env: { DBUS_SESSION_BUS_ADDRESS: service.firstLine }, stop: service.stop };
}

/**
 * Both, where there is neither: what an app needs to run on a machine without a desktop.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Service>}
 */
export async function startHeadless(env) {
  const bus = env.DBUS_SESSION_BUS_ADDRESS ? undefined : startSessionBus();
  const services = await Promise.all([startDisplay(), ...(bus ? [bus] : [])]);
  return {
    env: Object.assign({}, ...services.map((service) => service.env)),
    async stop() {
      await Promise.all(services.map((service) => service.stop()));
    },
  };
}

/**
 * Starts a daemon and waits for the line in which it says where it can be reached.
 * It gets a process group of its own, so that Ctrl+C ends first the app and then, by us, what the app stands on.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {number} fd the file descriptor on which it says so
 * @returns {Promise<{ firstLine: string, stop: () => Promise<void> }>}
 */
function startService(command, args, fd) {
  return new Promise((resolve, reject) => {
    const [file, argv] = boundToOurLife(command, args);
    const child = spawn(file, argv, { detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    let errors = '';
    let answer = '';
    child.stderr?.on('data', (chunk) => (errors += chunk));
    const closed = new Promise((done) => child.once('close', done));
    const fail = (/** @type {string} */ why) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Refusal(`${command} did not start: ${why}\n${errors}`));
    };
    const timer = setTimeout(fail, startMs, 'no answer in time');
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with ${code}`));
    child.stdio[fd]?.on('data', (chunk) => {
      answer += chunk;
      if (!answer.includes('\n')) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve({
        firstLine: answer.trim(),
        async stop() {
          child.kill('SIGTERM');
          await closed;
        },
      });
    });
  });
}

const setpriv = '/usr/bin/setpriv';

/**
 * The same command, ended by the kernel when we die, even by SIGKILL.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
function boundToOurLife(command, args) {
  return existsSync(setpriv) ? [setpriv, ['--pdeathsig', 'TERM', '--', command, ...args]] : [command, [...args]];
}

/**
 * An Xauthority file that holds one cookie for any host and display; the display's number is not known yet.
 * Each entry is: family (65535 is "any"), then address, display, name and data, each with its length (Xau(3)).
 * @param {Buffer} cookie
 */
function xauthority(cookie) {
  const any = Buffer.from([0xff, 0xff]);
  return Buffer.concat([any, counted(''), counted(''), counted('MIT-MAGIC-COOKIE-1'), counted(cookie)]);
}

/** @param {string | Buffer} content */
function counted(content) {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length);
  return Buffer.concat([length, Buffer.from(content)]);
}
