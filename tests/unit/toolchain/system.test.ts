import { expect, test } from 'vitest';
import { candidates, decide, missingFrom, namesToInstall, packagesFor } from '../../../scripts/lib/system.mjs';

const gtk = ['libgtk-3-0', 'libgtk-3-0t64'] as const;
const nss = ['libnss3'] as const;

test('nothing is done where nothing is missing', () => {
  expect(decide({ debian: true, root: true, missing: [] })).toEqual({ kind: 'satisfied' });
  expect(decide({ debian: true, root: false, missing: [] })).toEqual({ kind: 'satisfied' });
});

test('root on Debian installs what is missing', () => {
  expect(decide({ debian: true, root: true, missing: [gtk] })).toEqual({ kind: 'install', packages: [gtk] });
});

test('others on Debian are told the names and the command', () => {
  expect(decide({ debian: true, root: false, missing: [gtk, nss] })).toEqual({
    kind: 'name-them',
    message: expect.stringMatching(/sudo apt-get install --no-install-recommends libgtk-3-0 libnss3$/),
  });
});

test('another Linux is not touched, and told what Electron needs', () => {
  expect(decide({ debian: false, root: true, missing: [] })).toEqual({
    kind: 'unknown-system',
    message: expect.stringMatching(/not Debian or Ubuntu.*GTK 3/),
  });
});

test('a package counts as installed under any of its names', () => {
  expect(missingFrom([gtk, nss], new Set(['libgtk-3-0t64']))).toEqual([nss]);
});

test('a package is installed under the name that this release has', () => {
  expect(namesToInstall([gtk, nss], new Set(['libgtk-3-0t64', 'libnss3']))).toEqual(['libgtk-3-0t64', 'libnss3']);
  expect(namesToInstall([gtk], new Set())).toEqual(['libgtk-3-0']);
});

test('a package without a candidate, being only a name that others provide, is not available', () => {
  const policy = [
    'libgtk-3-0t64:',
    '  Installed: (none)',
    '  Candidate: 3.24.41-4ubuntu1',
    '  Version table:',
    '     3.24.41-4ubuntu1 500',
    'libasound2:',
    '  Installed: (none)',
    '  Candidate: (none)',
    '  Version table:',
    'libnss3:',
    '  Installed: 2:3.87',
    '  Candidate: 2:3.87',
  ].join('\n');
  expect(candidates(policy)).toEqual(new Set(['libgtk-3-0t64', 'libnss3']));
});

test('a machine without a display needs all that one with a display does, and a display and a bus', () => {
  expect(packagesFor('headless')).toEqual([...packagesFor('window'), ['xvfb'], ['dbus-daemon']]);
});
