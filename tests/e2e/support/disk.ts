import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real, small disk of its own, that can be filled and write-protected. */
export interface SmallDisk {
  /** A folder on it for an app's data. */
  readonly userData: string;
  /** Leaves no byte free. */
  fill(): void;
  /** Takes away what `fill` has put there. */
  makeRoom(): void;
  /** Write-protects it, or takes that back. Nobody may have a file open for writing. */
  protect(isProtected: boolean): void;
  remove(): void;
}

/** Why a disk cannot be mounted here; undefined when it can. Only root may, and not in every container. */
export function noDiskBecause(): string | undefined {
  if (process.platform !== 'linux') return 'mounting a small disk is only known here for Linux';
  if (process.getuid?.() !== 0) return 'only root may mount a small disk';
  const folder = mkdtempSync(join(tmpdir(), 'galla-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'mounting is not permitted here';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Mounts a disk of so many megabytes. The caller removes it. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'galla-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  const ballast = join(folder, 'ballast');
  return {
    userData: join(folder, 'data'),
    fill() {
      const file = openSync(ballast, 'a');
      try {
        for (const bytes of [1024 * 1024, 4096, 1]) writeUntilFull(file, Buffer.alloc(bytes));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    protect: (isProtected) => {
      execFileSync('mount', ['-o', isProtected ? 'remount,ro' : 'remount,rw', folder]);
    },
    remove() {
      // Lazily: a process that a failed test has left behind must not keep it.
      if (existsSync(folder)) execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeUntilFull(file: number, block: Buffer): void {
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
