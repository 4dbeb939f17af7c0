import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './paths.mjs';
import { run } from './run.mjs';
import { Refusal, say } from './say.mjs';
import { readStampRecord, writeStamp } from './stamp.mjs';

/**
 * A Debian package under its possible names: with 64-bit times (Debian 13, Ubuntu 24.04) several libraries got a suffix.
 * @typedef {readonly [string, ...string[]]} DebianPackage
 *
 * What the machine must offer: `window` to show the app on an existing display, `headless` to do so without one
 * (and to run the end-to-end tests, which bring their own display and message bus).
 * @typedef {'window' | 'headless'} Need
 */

/** What Electron loads and does not bring along. @type {readonly DebianPackage[]} */
const windowPackages = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libgbm1'],
  ['libdrm2'],
  ['libasound2', 'libasound2t64'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libcups2', 'libcups2t64'],
  ['libxkbcommon0'],
  // Loaded only when they are there: without them no notification is shown and no secret is encrypted.
  ['libnotify4'],
  ['libsecret-1-0'],
];

/** A display and a session bus for machines that have none. @type {readonly DebianPackage[]} */
const headlessPackages = [['xvfb'], ['dbus-daemon']];

/** @param {Need} need */
export function packagesFor(need) {
  return need === 'window' ? windowPackages : [...windowPackages, ...headlessPackages];
}

const dpkgStatus = '/var/lib/dpkg/status';
const stampFile = join(cacheDir, 'system-packages.json');

/**
 * Installs the Debian libraries that are missing, or names them where we may not. Other systems are left alone.
 * @param {Need} need
 */
export async function ensureSystemPackages(need) {
  if (process.platform !== 'linux') return;
  const state = dpkgState();
  // dpkg touches its status file with every change, so an unchanged file makes yesterday's answer today's.
  if (state && isRemembered(need, state)) return;

  const missing = state ? await missingPackages(need) : [];
  const decision = decide({ debian: state !== undefined, root: process.getuid?.() === 0, missing });
  switch (decision.kind) {
    case 'satisfied':
      break;
    case 'unknown-system':
      say(decision.message);
      return;
    case 'name-them':
      throw new Refusal(decision.message);
    case 'install':
      await install(decision.packages);
  }
  remember(need);
}

/**
 * @typedef {{ kind: 'satisfied' }
 *   | { kind: 'unknown-system', message: string }
 *   | { kind: 'name-them', message: string }
 *   | { kind: 'install', packages: readonly DebianPackage[] }} Decision
 *
 * @param {{ debian: boolean, root: boolean, missing: readonly DebianPackage[] }} machine
 * @returns {Decision}
 */
export function decide({ debian, root, missing }) {
  if (!debian) {
    return {
      kind: 'unknown-system',
      message:
        'this Linux is not Debian or Ubuntu, so its libraries are not checked. Should Electron not start, install GTK 3, ' +
        'NSS, GBM, ALSA, CUPS, AT-SPI, xkbcommon, and for machines without a display Xvfb and D-Bus.',
    };
  }
  if (missing.length === 0) return { kind: 'satisfied' };
  if (root) return { kind: 'install', packages: missing };
  const names = missing.map(([name]) => name).join(' ');
  return {
    kind: 'name-them',
    message:
      `these system packages are missing and only root may install them:\n  ${names}\n` +
      `Run: sudo apt-get update && sudo apt-get install --no-install-recommends ${names}`,
  };
}

/**
 * @param {readonly DebianPackage[]} packages
 * @param {ReadonlySet<string>} installed
 */
export function missingFrom(packages, installed) {
  return packages.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * The name of each package that this release of the system really offers.
 * @param {readonly DebianPackage[]} packages
 * @param {ReadonlySet<string>} available
 */
export function namesToInstall(packages, available) {
  return packages.map((names) => names.find((name) => available.has(name)) ?? names[0]);
}

/** @param {Need} need */
async function missingPackages(need) {
  const packages = packagesFor(need);
  // Exits 1 when it does not know a name; what it does know is printed all the same.
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const { output } = await run('dpkg-query', ['-W', '-f=${db:Status-Status} ${Package}\n', ...packages.flat()], {
    output: 'collect',
  });
  const lines = output.split('\n').filter((line) => line.startsWith('installed '));
  return missingFrom(packages, new Set(lines.map((line) => line.slice('installed '.length))));
}

/** @param {readonly DebianPackage[]} packages */
async function install(packages) {
  say(`installing system packages: ${packages.map(([name]) => name).join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0', '-o', 'Acquire::Retries=3'];
  const update = await run('apt-get', ['update', ...quiet], { env });
  if (update.code !== 0) say('apt-get update failed; trying with the package lists at hand');

  const policy = await run('apt-cache', ['policy', ...packages.flat()], {
    env: { ...env, LC_ALL: 'C' },
    output: 'collect',
  });
  const names = namesToInstall(packages, candidates(policy.output));
  // What apt has to say about each package is only interesting when it fails.
  const result = await run('apt-get', ['install', '-y', ...quiet, '--no-install-recommends', ...names], {
    env,
    output: 'collect',
  });
  if (result.code !== 0) throw new Refusal(`${result.output}\napt-get could not install: ${names.join(' ')}`);
}

/**
 * The packages for which `apt-cache policy` knows a version that could be installed.
 * @param {string} policy
 */
export function candidates(policy) {
  const found = policy.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (?!\(none\))/gm);
  return new Set([...found].map((match) => match[1] ?? ''));
}

/** Answers undefined where there is no dpkg, so on anything but Debian and its children. */
function dpkgState() {
  try {
    readFileSync('/etc/debian_version');
    const { mtimeMs, size } = statSync(dpkgStatus);
    return `${mtimeMs} ${size}`;
  } catch {
    return undefined;
  }
}

/** The stamp names the packages themselves, so that a changed list is checked anew. @param {Need} need */
const stampKey = (need) => packagesFor(need).flat().join(' ');

/**
 * @param {Need} need
 * @param {string} state
 */
function isRemembered(need, state) {
  return readStampRecord(stampFile)[stampKey(need)] === state;
}

/** @param {Need} need */
function remember(need) {
  const state = dpkgState();
  if (state) writeStamp(stampFile, { ...readStampRecord(stampFile), [stampKey(need)]: state });
}
