/** A number that is written digit by digit as it stands: a JSON number of a file need not have been a float here. */
export class Exact {
  readonly digits: string;

  constructor(digits: string) {
    if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(digits)) throw new Error(`Not a number of JSON: ${digits}`);
    this.digits = digits;
  }
}

export type JsonTree = string | Exact | readonly JsonTree[] | { readonly [key: string]: JsonTree };

/** JSON as RFC 8259 has it, in pieces; the elements of a list of the topmost level each on a line of their own. */
export function* writeJson(tree: JsonTree, depth = 0): Generator<string> {
  if (typeof tree === 'string') yield JSON.stringify(tree);
  else if (tree instanceof Exact) yield tree.digits;
  else if (isList(tree)) {
    yield '[';
    for (const [index, each] of tree.entries()) {
      yield (index === 0 ? '' : ',') + (depth === 1 ? '\n' : '');
      yield* writeJson(each, depth + 1);
    }
    yield ']';
  } else {
    yield '{';
    let comma = '';
    for (const [key, value] of Object.entries(tree)) {
      yield `${comma}${depth === 0 ? '\n' : ''}${JSON.stringify(key)}:`;
      yield* writeJson(value, depth + 1);
      comma = ',';
    }
    yield '}';
  }
}

const isList = (tree: JsonTree): tree is readonly JsonTree[] => Array.isArray(tree);
