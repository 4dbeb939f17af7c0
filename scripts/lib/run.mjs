import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the repository unless said otherwise
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'inherit' | 'stderr' | 'collect'} [output] where the child's output goes: as ours, all of it to our stderr,
 *   or into the answer (default `stderr`)
 * @property {number} [timeoutMs] after this long the child is ended and counts as failed
 *
 * @typedef {object} RunResult
 * @property {number} code the exit code; 128 + n when signal n ended it, 127 when it could not be started
 * @property {string} output stdout and stderr together, with `collect` only
 */

/**
 * Runs a command to its end. Never rejects: a command that cannot be started answers 127 like a shell does.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { cwd = root, env = process.env, output = 'stderr', timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: output === 'inherit' ? 'inherit' : output === 'stderr' ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
    });
    let collected = '';
    child.stdout?.on('data', (chunk) => (collected += chunk));
    child.stderr?.on('data', (chunk) => (collected += chunk));
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const stopForwarding = forwardSignals(child);
    const done = (/** @type {number} */ code) => {
      clearTimeout(timer);
      stopForwarding();
      resolve({ code, output: collected });
    };
    child.on('error', () => done(127));
    child.on('close', (code, signal) => done(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** How long a child may take to end by itself after we were told to end. */
const graceMs = 10_000;

/**
 * Passes our own end on to a child, so that nothing outlives the command a person stopped. A terminal's Ctrl+C reaches
 * the child directly as well; being told twice does no harm.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops forwarding
 */
export function forwardSignals(child) {
  const forward = () => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}

/**
 * npm as a command: the very npm that runs us where there is one, else the one on the PATH.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) return run(process.execPath, [cli, ...args], options);
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : run('npm', args, options);
}
