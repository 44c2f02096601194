import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';

export const typescript = parser.configure({ dialect: 'ts' });

/** Stands in front of the body of every loop, with the line of the loop. */
export type Guard = { call: string };

/** One change of the text: what stands between is replaced. */
type Change = { from: number; to: number; by: string };

/**
 * JavaScript in which every line stands where it stood in TypeScript: types become spaces, and nothing moves but what
 * stands behind a guard of a loop in the same line. What can't be read is left as it is: the browser says it best.
 */
export function toJavaScript(source: string, guard?: Guard): string {
  const changes: Change[] = [];
  const blank = (from: number, to: number) =>
    changes.push({ from, to, by: source.slice(from, to).replace(/[^\r\n]/g, ' ') });

  typescript.parse(readable(source)).iterate({
    enter({ node }) {
      if (isOnlyType(node, source)) {
        blank(node.from, node.to);
        return false;
      }
      for (const [from, to] of typesIn(node, source)) blank(from, to);
      const [open, close] = (node.name === 'ArrowFunction' && brokenArrow(node, source)) || [];
      if (open !== undefined)
        changes.push({ from: open, to: open + 1, by: ' ' }, { from: close!, to: close!, by: ')' });
      if (guard && loops.has(node.name)) changes.push(...guarded(node, source, guard));
      return true;
    },
  });

  return apply(source, changes);
}

/** Of `(it): it is Name =>` the parser knows nothing. A union is as long, and as much a type. */
const readable = (source: string) => source.replace(/(\)\s*:\s*[\w$]+\s+)is(?=\s)/g, '$1 |');

function apply(source: string, changes: readonly Change[]) {
  let [text, done] = ['', 0];
  for (const { from, to, by } of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    // A type within a type is gone already.
    if (from < done) continue;
    text += source.slice(done, from) + by;
    done = to;
  }
  return text + source.slice(done);
}

const types = new Set(
  'TypeAnnotation TypePredicate TypeParamList TypeArgList TypeAliasDeclaration InterfaceDeclaration AmbientDeclaration Optional Privacy readonly abstract override'.split(
    ' ',
  ),
);

/** What exists for the compiler alone. */
function isOnlyType(node: SyntaxNode, source: string): boolean {
  const { name } = node;
  if (types.has(name)) return true;
  if (name === 'FunctionDeclaration' || name === 'MethodDeclaration')
    return !node.getChild('Block') && source[node.to - 1] === ';';
  if (name === 'ImportDeclaration') return node.getChild('type') !== null;
  if (name === 'PropertyDeclaration') return node.getChild('declare') !== null;
  if (name !== 'ExportDeclaration') return false;
  return (
    node.getChild('type') !== null ||
    childrenOf(node).some((child) => isDeclaration(child) && isOnlyType(child, source))
  );
}

const isDeclaration = ({ name }: SyntaxNode) => name.endsWith('Declaration');

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** What the compiler alone reads of something that does run. */
function typesIn(node: SyntaxNode, source: string): [from: number, to: number][] {
  switch (node.name) {
    case 'BinaryExpression': {
      const as = node.getChild('as') ?? node.getChild('satisfies');
      return as ? [[as.from, node.to]] : [];
    }
    case 'PostfixExpression':
    case 'PropertyDeclaration': {
      const sure = node.getChild('LogicOp');
      return sure ? [[sure.from, sure.to]] : [];
    }
    case 'ClassDeclaration': {
      const [implemented, body] = [node.getChild('implements'), node.getChild('ClassBody')];
      return implemented && body ? [[implemented.from, body.from]] : [];
    }
    case 'ParamList':
      return node.getChild('this') ? [upToComma(node.getChild('this')!)] : [];
    case 'ImportGroup':
    case 'ExportGroup':
      return node.getChildren('type').map((type) => upToComma(type));
    default:
      return [];
  }

  function upToComma(first: SyntaxNode): [number, number] {
    const comma = childrenOf(node).find(({ name, from }) => name === ',' && from > first.from);
    return [first.from, comma ? comma.to : node.to - (/[)}]/.test(source[node.to - 1]!) ? 1 : 0)];
  }
}

/** No arrow may begin a line: where the type in front of it is broken over lines, the bracket comes down to it. */
function brokenArrow(node: SyntaxNode, source: string): [open: number, close: number] | undefined {
  const [list, type, arrow] = [node.getChild('ParamList'), node.getChild('TypeAnnotation'), node.getChild('Arrow')];
  const isBroken = list && type && arrow && source.slice(list.to, arrow.from).includes('\n');
  return isBroken ? [list.to - 1, arrow.from] : undefined;
}

const loops = new Set(['ForStatement', 'WhileStatement', 'DoStatement']);

function guarded(loop: SyntaxNode, source: string, { call }: Guard): Change[] {
  const body = loop.name === 'DoStatement' ? loop.firstChild?.nextSibling : loop.lastChild;
  // Where the parser lost its way, nobody knows where the body ends.
  if (!body || body.type.isError || body.lastChild?.type.isError) return [];
  const line = source.slice(0, loop.from).split('\n').length;
  const turn = `${call}(${line});`;
  if (body.name === 'Block') return [{ from: body.from + 1, to: body.from + 1, by: turn }];
  return [
    { from: body.from, to: body.from, by: `{${turn}` },
    { from: body.to, to: body.to, by: '}' },
  ];
}
