import { relative, sep } from 'node:path';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { findSuspects, type Suspect } from './suspects.ts';

export interface Violation {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

export interface Report {
  readonly files: number;
  /** Operands whose types were looked at. */
  readonly operands: number;
  readonly violations: readonly Violation[];
}

/** The types that may only be computed with in `src/shared/money`. */
const amount = /^(readonly )?(Money|FineMoney|Quantity|Rate)\b(?!.*=>)/;

/**
 * Checks all of `src` under a root that has a tsconfig.json. Asks the TypeScript compiler for types (its API is marked
 * unstable; the version is pinned, and a check that breaks is seen at once), so that a Money is found under any name.
 */
export function checkExact(root: string): Report {
  const api = new API({ cwd: root });
  try {
    const snapshot = api.updateSnapshot({ openProjects: [`${root}/tsconfig.json`] });
    const [project] = snapshot.getProjects();
    if (!project) throw new Error(`no TypeScript project in ${root}`);
    const { program, checker } = project;
    const source = `${root.split(sep).join('/')}/src/`;
    const files = program.getSourceFileNames().filter((name) => name.startsWith(source) && !/\.test\.tsx?$/.test(name));
    const violations: Violation[] = [];
    let operands = 0;
    for (const name of files) {
      const file = program.getSourceFile(name);
      if (!file) continue;
      const path = relative(root, name).split(sep).join('/');
      const suspects = findSuspects(file, path);
      const types = typesOf(suspects.flatMap((suspect) => suspect.operands));
      operands += types.size;
      for (const suspect of suspects) {
        if (suspect.operands.length > 0 && !suspect.operands.some((node) => isSuspicious(types.get(node), suspect)))
          continue;
        violations.push({ file: path, ...place(file, suspect.node), why: suspect.why });
      }
    }
    return { files: files.length, operands, violations };

    function typesOf(nodes: readonly Node[]): Map<Node, string> {
      if (nodes.length === 0) return new Map();
      const found = checker.getTypeAtLocation(nodes);
      return new Map(nodes.map((node, index) => [node, nameOf(found[index])]));
    }

    function nameOf(type: Parameters<typeof checker.typeToString>[0] | undefined): string {
      return type ? checker.typeToString(type) : '';
    }
  } finally {
    api.close();
  }
}

function isSuspicious(type: string | undefined, suspect: Suspect): boolean {
  if (type === undefined) return false;
  if (suspect.when === 'amount') return amount.test(type);
  // Doubles: what is neither an amount's own helper type nor a bigint nor a string.
  return /^(number|-?\d)/.test(type) || amount.test(type);
}

function place(file: SourceFile, node: Node): { line: number; text: string } {
  const text = file.text.slice(node.pos, node.end);
  const start = node.pos + (text.length - text.trimStart().length);
  const line = file.text.slice(0, start).split('\n').length;
  return { line, text: text.trim().replace(/\s+/g, ' ').slice(0, 100) };
}
