import ts from 'typescript';

/** What a file imports, as it is written there; undefined for an import whose name is only known when it runs. */
export type Import = string | undefined;

/** Every import of a file: static, dynamic, of types, re-exported, globbed, or as a worker. */
export function importsOf(path: string, text: string): Import[] {
  return scriptsOf(path, text).flatMap((script) => importsOfScript(script));
}

/** The parts of a file that are TypeScript. */
function scriptsOf(path: string, text: string): string[] {
  if (path.endsWith('.astro')) {
    const [, frontMatter = '', page = text] = /^\s*---\r?\n(.*?)\r?\n---(.*)$/s.exec(text) ?? [];
    return [frontMatter, ...scriptElements(page), ...expressions(page)];
  }
  if (path.endsWith('.mdx')) {
    const prose = text.replace(/^(```|~~~).*?^\1/gms, '').replace(/`[^`\n]*`/g, '');
    const modules = prose.split(/\n\s*\n/).filter((paragraph) => /^\s*(?:import|export)\b/.test(paragraph));
    return [...modules, ...scriptElements(prose), ...expressions(prose)];
  }
  return [text];
}

const scriptElements = (page: string) =>
  [...page.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gis)].flatMap(([, attributes, script]) => {
    const [, source] = /\ssrc\s*=\s*["']([^"']+)["']/.exec(attributes!) ?? [];
    // An absolute address names a file of public/, not a module.
    return source && !source.startsWith('/') ? [`import ${JSON.stringify(source)}`] : [script!];
  });

/** Dynamic imports within the markup. */
const expressions = (page: string) =>
  [...page.replace(/<script\b.*?<\/script>/gis, '').matchAll(/\bimport\(\s*(["'])(.*?)\1\s*\)/g)].map(
    ([expression]) => expression,
  );

type Name = (node: ts.Node | undefined) => Import;

function importsOfScript(script: string): Import[] {
  const found: Import[] = [];
  const file = ts.createSourceFile('script.tsx', script, ts.ScriptTarget.ESNext, true);
  const constants = new Map<string, ts.Expression | undefined>();
  const name: Name = (node) => {
    if (node && ts.isStringLiteralLike(node)) return node.text;
    return node && ts.isIdentifier(node) && constants.has(node.text) ? name(constants.get(node.text)) : undefined;
  };
  const add = (node: ts.Node | undefined) => found.push(name(node));

  const visit = (node: ts.Node) => {
    if (ts.isVariableDeclaration(node) && node.parent.flags & ts.NodeFlags.Const)
      constants.set(node.name.getText(), node.initializer);
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    else if (ts.isCallExpression(node) && node.expression.getText() === 'import.meta.glob')
      found.push(...globs(node, name));
    else if (ts.isNewExpression(node) && /^(Shared)?Worker$/.test(node.expression.getText())) add(workerFile(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A glob that asks for text is an import of text, like one that says so in its name. */
function globs({ arguments: [patterns, options] }: ts.CallExpression, name: Name): Import[] {
  const all = patterns && ts.isArrayLiteralExpression(patterns) ? [...patterns.elements] : [patterns];
  const query = options && /\bquery:\s*['"](\?[^'"]*)/.exec(options.getText())?.[1];
  return all.map(name).map((pattern) => pattern && `${pattern}${query ?? ''}`);
}

/** `new Worker(new URL('./file.ts', import.meta.url))` */
function workerFile({ arguments: given }: ts.NewExpression): ts.Node | undefined {
  const url = given?.[0];
  return url && ts.isNewExpression(url) ? url.arguments?.[0] : url;
}
