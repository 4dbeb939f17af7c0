import {
  isAsExpression,
  isBinaryExpression,
  isCallExpression,
  isIdentifier,
  isNumericLiteral,
  isPostfixUnaryExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isTypeAssertion,
  type Node,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast';

/** A place that breaks a rule if one of its operands has a type of the kind `when`; with no operands it breaks it as it is. */
export interface Suspect {
  readonly node: Node;
  readonly why: string;
  readonly operands: readonly Node[];
  readonly when: 'amount' | 'number';
}

/** The only files that compute with amounts. */
const arithmeticFiles = ['amount', 'round', 'share', 'decimal'].map((name) => `src/shared/money/${name}.ts`);
/** The only file that may call a number a Money. */
const brandingFile = 'src/shared/money/amount.ts';
/** Nothing here is ever near a double, whatever its type says. */
const exactFolders = ['src/shared/money/', 'src/shared/bill/'];

const scaling = new Set([
  SyntaxKind.AsteriskToken,
  SyntaxKind.SlashToken,
  SyntaxKind.PercentToken,
  SyntaxKind.AsteriskAsteriskToken,
  SyntaxKind.AsteriskEqualsToken,
  SyntaxKind.SlashEqualsToken,
  SyntaxKind.PercentEqualsToken,
  SyntaxKind.AsteriskAsteriskEqualsToken,
]);
const adding = new Set([
  SyntaxKind.PlusToken,
  SyntaxKind.MinusToken,
  SyntaxKind.PlusEqualsToken,
  SyntaxKind.MinusEqualsToken,
]);
const signs = new Set([
  SyntaxKind.PlusToken,
  SyntaxKind.MinusToken,
  SyntaxKind.PlusPlusToken,
  SyntaxKind.MinusMinusToken,
]);

const constructors = new Set(['money', 'quantity', 'rate', 'fineMoney']);
const writers = new Set(['toFixed', 'toPrecision', 'toExponential', 'toLocaleString']);
/** Exact on integers. */
const harmless = new Set(['Math.abs', 'Math.max', 'Math.min']);
const brandText = /^(readonly )?(Money|FineMoney|Quantity|Rate)(\[\])?( \| (null|undefined))*$/;

/** Everything in a file that could break a rule; types decide. */
export function findSuspects(file: SourceFile, path: string): Suspect[] {
  const found: Suspect[] = [];
  const computes = arithmeticFiles.includes(path);
  const exact = exactFolders.some((folder) => path.startsWith(folder));

  const visit = (node: Node): void => {
    if (!computes) arithmetic(node, found);
    if (exact) floats(node, found, computes);
    if (!computes) constructorArguments(node, found);
    if (path !== brandingFile) casts(node, file, found);
    node.forEachChild((child) => {
      visit(child);
      return undefined;
    });
  };
  visit(file);
  return found;
}

/** `price * quantity / 100`, `total - discount`, `-amount`, `Math.round(price)`, `price.toFixed(2)`. */
function arithmetic(node: Node, found: Suspect[]): void {
  const suspect = (why: string, operands: readonly Node[]) => found.push({ node, why, operands, when: 'amount' });
  if (isBinaryExpression(node) && (scaling.has(node.operatorToken.kind) || adding.has(node.operatorToken.kind))) {
    suspect('arithmetic on an amount outside src/shared/money', [node.left, node.right]);
  }
  if ((isPrefixUnaryExpression(node) || isPostfixUnaryExpression(node)) && signs.has(node.operator)) {
    suspect('arithmetic on an amount outside src/shared/money', [node.operand]);
  }
  if (!isCallExpression(node)) return;
  if (isDoubleFunction(node.expression)) suspect('an amount through a function of doubles', node.arguments);
  if (isPropertyAccessExpression(node.expression) && writers.has(node.expression.name.text)) {
    suspect('an amount written as a double; use formatMoney or toDecimal', [node.expression.expression]);
  }
}

/** In money and bill, doubles are out whatever their type; bigint may be computed with. */
function floats(node: Node, found: Suspect[], computes: boolean): void {
  if (isNumericLiteral(node) && /[.eE]/.test(node.text)) {
    found.push({ node, why: 'a fraction among exact numbers', operands: [], when: 'number' });
  }
  if (isCallExpression(node)) {
    const name = nameOf(node.expression);
    const forbidden = isDoubleFunction(node.expression) && !(computes && (harmless.has(name) || name === 'Number'));
    const writer = isPropertyAccessExpression(node.expression) && writers.has(node.expression.name.text);
    // Number(bigint) is how an exact result comes back; the constructors check its range.
    const operands = name === 'Number' ? node.arguments : [];
    const stringToNumber = name === 'Number' && !computes;
    if (stringToNumber) found.push({ node, why: 'a double among exact numbers', operands, when: 'number' });
    else if (forbidden || writer)
      found.push({ node, why: 'a double among exact numbers', operands: [], when: 'number' });
  }
  if (!computes && isBinaryExpression(node) && scaling.has(node.operatorToken.kind)) {
    const operands = [node.left, node.right];
    found.push({ node, why: 'multiplying or dividing doubles outside the arithmetic', operands, when: 'number' });
  }
}

/** `money(price * 100)`, `money(Number(text))`, `quantity(Math.round(kilos))`: made exact too late. */
function constructorArguments(node: Node, found: Suspect[]): void {
  if (!isCallExpression(node) || !constructors.has(nameOf(node.expression))) return;
  const search = (inner: Node): void => {
    const scales = isBinaryExpression(inner) && scaling.has(inner.operatorToken.kind);
    const fraction = isNumericLiteral(inner) && /[.eE]/.test(inner.text);
    const converts = isCallExpression(inner) && isDoubleFunction(inner.expression);
    if (scales || fraction || converts) {
      found.push({
        node,
        why: 'an amount made of a double; read it with parseMoney or readMoney',
        operands: [],
        when: 'number',
      });
      return;
    }
    inner.forEachChild((child) => {
      search(child);
      return undefined;
    });
  };
  for (const argument of node.arguments.slice(0, 1)) search(argument);
}

/** `row.total as Money`: a promise that nobody checked. */
function casts(node: Node, file: SourceFile, found: Suspect[]): void {
  if (!isAsExpression(node) && !isTypeAssertion(node)) return;
  if (!brandText.test(file.text.slice(node.type.pos, node.type.end).trim())) return;
  found.push({ node, why: 'a cast to an amount; use its constructor, which checks', operands: [], when: 'amount' });
}

function isDoubleFunction(callee: Node): boolean {
  const name = nameOf(callee);
  return name === 'Number' || name === 'parseFloat' || name === 'Number.parseFloat' || name.startsWith('Math.');
}

function nameOf(callee: Node): string {
  if (isIdentifier(callee)) return callee.text;
  if (isPropertyAccessExpression(callee) && isIdentifier(callee.expression)) {
    return `${callee.expression.text}.${callee.name.text}`;
  }
  return '';
}
