/**
 * Everything the scripts tell a person goes to stderr: stdout belongs to the command that was asked for.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`galla: ${line}\n`);
}

/** A problem that a person can act on. It is printed without a stack; anything else is a bug and keeps its stack. */
export class Refusal extends Error {
  /** @override */
  name = 'Refusal';
}

/**
 * Runs a script's body and turns its outcome into the exit code.
 * @param {() => Promise<number>} body answers the exit code
 */
export async function main(body) {
  endWithNpm();
  try {
    process.exitCode = await body();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Refusal) say(error.message);
    else console.error(error);
  }
}

/**
 * npm tells the end it is sent only to the shell between us and it, which passes nothing on. So the shell's death is
 * taken for the signal; without npm above us, whoever started us may well go and leave us running.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
