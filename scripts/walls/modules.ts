import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

/** What an import leads to. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'node' }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'nowhere' };

export interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
  readonly target: Target;
}

/** One source module; paths are relative to the repository, with forward slashes. */
export interface Module {
  readonly path: string;
  readonly imports: readonly Import[];
  /** Names it imports from electron; `*` for the whole of it. */
  readonly electronNames: ReadonlySet<string>;
  /** Every identifier in it. */
  readonly identifiers: ReadonlySet<string>;
  /** What kept it from being read. */
  readonly problems: readonly string[];
}

/** Reads every module below src/, tests beside the code left out: they may look behind the walls. */
export function readModules(root: string): Module[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join('src', file.split(sep).join('/')))
    .filter((file) => /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/.test(file) && !/\.test\.tsx?$/.test(file));
  return files.sort().map((file) => readModule(root, file));
}

function readModule(root: string, path: string): Module {
  const text = readFileSync(join(root, path), 'utf8');
  const { program, errors } = parseSync(path, text, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  const imports: Import[] = [];
  const electronNames = new Set<string>();
  const identifiers = new Set<string>();
  const problems = errors.map((error) => error.message);

  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const add = (source: ESTree.Node, typeOnly: boolean) => {
    const specifier = literalText(source);
    const line = lineAt(source.start);
    if (specifier === undefined) problems.push(`line ${line}: an import whose target is computed cannot be checked`);
    else imports.push({ specifier, line, typeOnly, target: resolve(root, path, specifier) });
    return specifier;
  };

  new Visitor({
    ImportDeclaration(node) {
      const names = node.specifiers.map((specifier) =>
        specifier.type === 'ImportSpecifier'
          ? { name: nameOf(specifier.imported), type: specifier.importKind === 'type' }
          : { name: '*', type: false },
      );
      const typeOnly = node.importKind === 'type' || (names.length > 0 && names.every(({ type }) => type));
      if (isElectron(add(node.source, typeOnly))) {
        for (const { name } of names) electronNames.add(name);
      }
    },
    ExportNamedDeclaration(node) {
      if (!node.source) return;
      const typeOnly = node.exportKind === 'type' || node.specifiers.every(({ exportKind }) => exportKind === 'type');
      if (isElectron(add(node.source, typeOnly))) {
        for (const specifier of node.specifiers) electronNames.add(nameOf(specifier.local));
      }
    },
    ExportAllDeclaration(node) {
      if (isElectron(add(node.source, node.exportKind === 'type'))) electronNames.add('*');
    },
    ImportExpression(node) {
      if (isElectron(add(node.source, false))) electronNames.add('*');
    },
    TSImportType(node) {
      add(node.source, true);
    },
    TSExternalModuleReference(node) {
      if (isElectron(add(node.expression, false))) electronNames.add('*');
    },
    CallExpression(node) {
      const [argument] = node.arguments;
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'require' || !argument) return;
      if (isElectron(add(argument, false))) electronNames.add('*');
    },
    // A thread's or a page's entry: `new URL('./thread.ts', import.meta.url)`.
    NewExpression(node) {
      const [first, second] = node.arguments;
      const specifier = first && literalText(first);
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL' || !first || !second) return;
      if (second.type === 'MemberExpression' && specifier?.startsWith('.')) add(first, false);
    },
    Identifier(node) {
      identifiers.add(node.name);
    },
  }).visit(program);

  return { path, imports, electronNames, identifiers, problems };
}

function isElectron(specifier: string | undefined): boolean {
  return specifier !== undefined && (specifier === 'electron' || specifier.startsWith('electron/'));
}

function nameOf(node: ESTree.ModuleExportName): string {
  return node.type === 'Literal' ? String(node.value) : node.name;
}

function literalText(node: ESTree.Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

function resolve(root: string, importer: string, specifier: string): Target {
  if (isBuiltin(specifier)) return { kind: 'node' };
  const bare = specifier.replace(/\?.*$/, '');
  const base = bare.startsWith('@shared/')
    ? join(root, 'src/shared', bare.slice('@shared/'.length))
    : bare.startsWith('.')
      ? join(root, dirname(importer), bare)
      : bare.startsWith('/')
        ? join(root, bare)
        : undefined;
  if (base === undefined) {
    const parts = bare.split('/');
    return { kind: 'package', name: parts.slice(0, bare.startsWith('@') ? 2 : 1).join('/') };
  }
  const file = endings.map((end) => base + end).find((path) => existsSync(path) && statSync(path).isFile());
  return file === undefined ? { kind: 'nowhere' } : { kind: 'file', path: relative(root, file).split(sep).join('/') };
}
