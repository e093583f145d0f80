import ts from 'typescript';
import type { Maker } from './catalogue.ts';

/**
 * ひな型: what a sentence is made of, read from the function that makes it. `texts`: it with 〈names〉 for its facts, one for each way it can
 * turn out. `wholes`: the words of ours in it. `facts`: what it is told, and whether it shows or turns on it.
 */
export type Template = { readonly texts: readonly string[]; readonly wholes: readonly string[]; readonly facts: readonly Fact[] };
export type Fact = { readonly name: string; readonly shown: boolean };

export function templateOf(value: string | Maker): Template {
  if (typeof value === 'string') return { texts: value === '' ? [] : [value], wholes: value === '' ? [] : [value], facts: [] };
  const made = functionIn(String(value));
  const body = bodyOf(made);
  const names = made.parameters.map(({ name }) => name.getText());
  const used = new Set(identifiersIn(body));
  return { texts: unique(textsOf(body)).filter((text) => text !== ''), wholes: unique(wordsIn(body)), facts: names.map((name) => ({ name, shown: used.has(name) })) };
}

function functionIn(source: string): ts.FunctionLikeDeclaration {
  const file = ts.createSourceFile('sentence.ts', `(${source})`, ts.ScriptTarget.Latest, true);
  const found = nodesIn(file).find((node): node is ts.FunctionLikeDeclaration => ts.isArrowFunction(node) || ts.isFunctionExpression(node));
  if (found === undefined) throw new Error(`no function: ${source}`);
  return found;
}

function bodyOf({ body }: ts.FunctionLikeDeclaration): ts.Node {
  if (body === undefined) throw new Error('a sentence without a body');
  const last = ts.isBlock(body) ? body.statements.at(-1) : undefined;
  return last !== undefined && ts.isReturnStatement(last) && last.expression !== undefined ? last.expression : body;
}

/** One way in which an expression can turn out, and what had to hold for it, by the words of the condition. */
type Way = { readonly text: string; readonly holds: Readonly<Record<string, boolean>> };

const textsOf = (node: ts.Node): readonly string[] => waysOf(node).map(({ text }) => text);

function waysOf(node: ts.Node): readonly Way[] {
  if (ts.isParenthesizedExpression(node)) return waysOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...given(node, true, waysOf(node.whenTrue)), ...given(node, false, waysOf(node.whenFalse))];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return [...waysOf(node.left), ...waysOf(node.right)];
  if (ts.isStringLiteralLike(node)) return [{ text: node.text, holds: {} }];
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(waysOf);
  if (!ts.isTemplateExpression(node)) return [{ text: `〈${factNamed(node)}〉`, holds: {} }];
  return node.templateSpans.reduce<readonly Way[]>((heads, { expression, literal }) => heads.flatMap((head) => joined(head, waysOf(expression), literal.text)), [{ text: node.head.text, holds: {} }]);
}

const given = ({ condition }: ts.ConditionalExpression, value: boolean, ways: readonly Way[]): readonly Way[] =>
  ways.map(({ text, holds }) => ({ text, holds: { ...holds, [condition.getText()]: value } }));

/** A condition that stands twice in a sentence holds in both places or in neither. */
const joined = (head: Way, ways: readonly Way[], tail: string): readonly Way[] =>
  ways.filter(({ holds }) => Object.entries(holds).every(([condition, value]) => (head.holds[condition] ?? value) === value))
    .map(({ text, holds }) => ({ text: `${head.text}${text}${tail}`, holds: { ...head.holds, ...holds } }));

/** What stands for a fact: the first name in it. */
const factNamed = (node: ts.Node): string => identifiersIn(node)[0] ?? '…';
const identifiersIn = (node: ts.Node): readonly string[] => nodesIn(node).flatMap((each) => (ts.isIdentifier(each) ? [each.text] : []));

const wordsIn = (node: ts.Node): readonly string[] => nodesIn(node).flatMap((each) => (isWords(each) && /\p{L}/u.test(each.text) ? [each.text] : []));
const isWords = (node: ts.Node): node is ts.Node & { readonly text: string } =>
  !ts.isBinaryExpression(node.parent) && (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node));

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

function nodesIn(node: ts.Node): readonly ts.Node[] {
  const inner: ts.Node[] = [];
  node.forEachChild((child) => { inner.push(...nodesIn(child)); });
  return [node, ...inner];
}
