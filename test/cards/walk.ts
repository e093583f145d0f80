export type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object of a card, the card itself first. */
export function nodesOf(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : [];
}

export const typeOf = (node: Node): string => (typeof node['type'] === 'string' ? node['type'] : '');
export const ofType = (card: unknown, ...types: readonly string[]): readonly Node[] => nodesOf(card).filter((node) => types.includes(typeOf(node)));
export const textOf = (node: Node, key: string): string => (typeof node[key] === 'string' ? node[key] : '');

/** All that is there to be read, each piece as it stands in the card. */
export const readable = (card: unknown): readonly string[] =>
  nodesOf(card).flatMap((node) => (['TextBlock', 'TextRun'].includes(typeOf(node)) ? [textOf(node, 'text')] : []));
