/** Any object of a document. */
export type Node = Record<string, unknown>;

/** The object below a node; an empty one where there is none. */
export function objectAt(node: Node, ...keys: string[]): Node {
  return keys.reduce((found, key) => (found[key] ?? {}) as Node, node);
}
