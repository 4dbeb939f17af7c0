import { mountSmallDisk, noDiskBecause, type SmallDisk } from './disk';
import { test } from './fixtures';

/** Why there is no disk to be had here; tests that need one are skipped with this reason. */
export const noDisk = noDiskBecause();

/** `test` with `disk(megabytes)`: a small disk, gone when the test is over. Ask for it before `launch`. */
export const diskTest = test.extend<{ readonly disk: (megabytes: number) => SmallDisk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  disk: async ({}, use) => {
    const disks: SmallDisk[] = [];
    await use((megabytes) => {
      const disk = mountSmallDisk(megabytes);
      disks.push(disk);
      return disk;
    });
    for (const disk of disks) disk.remove();
  },
});
