import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findCycles } from './cycles.ts';
import { type Import, type Module, readModules } from './modules.ts';
import { type AreaRule, areas, doors, packageOwners, packagesForAnywhere } from './rules.ts';

export interface Report {
  /** How many modules were read: a checker that read none has checked nothing. */
  readonly modules: number;
  readonly violations: readonly string[];
}

/** Checks every module below `root`/src against the rules. */
export function checkWalls(root: string): Report {
  const modules = readModules(root);
  const packages = readPackages(root);
  const faces = new Set(modules.filter(({ path }) => isFace(path)).map(({ path }) => dirname(path)));
  const violations = [
    ...modules.flatMap((module) => [
      ...module.problems.map((problem) => `${module.path}: ${problem}`),
      ...checkModule(module, faces, packages),
    ]),
    ...checkDoors(modules),
    ...findCycles(modules).map((cycle) => `import cycle: ${cycle.join(' → ')}`),
  ];
  return { modules: modules.length, violations };
}

/** A folder's public face; the processes' own folders are entered by the rules of `areas` alone. */
function isFace(path: string): boolean {
  return /\/index\.tsx?$/.test(path) && path.split('/').length > 3;
}

interface Packages {
  readonly node: ReadonlySet<string>;
  readonly page: ReadonlySet<string>;
}

function readPackages(root: string): Packages {
  const manifest: { dependencies?: object; devDependencies?: object } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return {
    node: new Set(Object.keys(manifest.dependencies ?? {})),
    page: new Set([...Object.keys(manifest.devDependencies ?? {}), ...packagesForAnywhere]),
  };
}

function checkModule(module: Module, faces: ReadonlySet<string>, packages: Packages): string[] {
  const area = areaOf(module.path);
  const rule = area === undefined ? undefined : areas[area];
  if (area === undefined || rule === undefined) return [`${module.path}: belongs to no area of scripts/walls/rules.ts`];
  return module.imports.flatMap((found) => {
    const reason = whyAreaMayNot(area, rule, found, packages) ?? whyNotThroughItsFace(module.path, found, faces);
    return reason === undefined ? [] : [`${module.path}:${found.line}: imports ${found.specifier}: ${reason}`];
  });
}

/** The area with the longest name wins, so a folder's rule goes before that of the folder around it. */
function areaOf(path: string): string | undefined {
  const belongs = ([area, { filesOnly }]: [string, AreaRule]) =>
    path === area || (filesOnly ? dirname(path) === area : path.startsWith(`${area}/`));
  return Object.entries(areas)
    .filter(belongs)
    .map(([area]) => area)
    .sort((a, b) => b.length - a.length)[0];
}

function whyAreaMayNot(area: string, rule: AreaRule, found: Import, packages: Packages): string | undefined {
  const { target } = found;
  switch (target.kind) {
    case 'nowhere':
      return 'there is no such file';
    case 'node':
      return rule.node ? undefined : `${area} may not use Node`;
    case 'package':
      return whyPackageMayNot(area, rule, target.name, packages);
    case 'file': {
      const other = areaOf(target.path);
      if (other === undefined) return whyOutsideMayNot(target.path);
      if (other === area || rule.areas.includes(other)) return undefined;
      if (rule.typesOf?.includes(other))
        return found.typeOnly ? undefined : `${area} may import only types of ${other}`;
      return `${area} may import ${[...rule.areas, ...(rule.typesOf ?? [])].join(', ') || 'nothing but itself'}`;
    }
  }
}

/** What is not code of an area: migrations, resources and the like may be imported, code may not. */
function whyOutsideMayNot(path: string): string | undefined {
  if (/^(tests|scripts)\//.test(path)) return 'the app may not import its tests or scripts';
  return path.startsWith('src/') ? 'it belongs to no area of scripts/walls/rules.ts' : undefined;
}

function whyPackageMayNot(area: string, rule: AreaRule, name: string, packages: Packages): string | undefined {
  if (name === 'electron') return rule.electron ? undefined : `${area} may not use Electron`;
  const owners = packageOwners[name];
  if (owners !== undefined && !owners.includes(area)) return `only ${owners.join(' and ')} may use it`;
  switch (rule.packages) {
    case 'anywhere':
      return packagesForAnywhere.includes(name) ? undefined : `${area} may use only ${packagesForAnywhere.join(', ')}`;
    case 'node':
      return packages.node.has(name) ? undefined : `${area} may use only the dependencies of package.json`;
    case 'page':
      return packages.page.has(name) ? undefined : `${area} is a page: its packages are the devDependencies`;
  }
}

/** Nothing reaches around a folder's index.ts: not into the folder, nor into a folder inside it. */
function whyNotThroughItsFace(importer: string, found: Import, faces: ReadonlySet<string>): string | undefined {
  if (found.target.kind !== 'file') return undefined;
  const { path } = found.target;
  const isFaceItself = isFace(path);
  const area = areaOf(path);
  for (let folder = dirname(path); folder.includes('/'); folder = dirname(folder)) {
    const isOutside = !importer.startsWith(`${folder}/`);
    if (!faces.has(folder) || !isOutside) continue;
    const isAllowed = isFaceItself && (dirname(path) === folder || (area !== undefined && areas[area]?.innerFaces));
    if (!isAllowed) return `${folder} is entered through its index.ts`;
  }
  return undefined;
}

function checkDoors(modules: readonly Module[]): string[] {
  const evasions = modules
    .filter((module) => module.electronNames.has('*'))
    .map((module) => `${module.path}: imports the whole of electron; import what is used by name`);
  const crowds = doors.flatMap((door) => {
    const users = modules.filter(
      ({ electronNames, identifiers }) =>
        electronNames.has(door.export) && (door.member === undefined || identifiers.has(door.member)),
    );
    if (users.length <= 1) return [];
    const name = door.member === undefined ? door.export : `${door.export}.${door.member}`;
    return [`${name} has one door, but is used by ${users.map(({ path }) => path).join(' and ')}`];
  });
  return [...evasions, ...crowds];
}
