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
  try {
    process.exitCode = await body();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Refusal) say(error.message);
    else console.error(error);
  }
}
