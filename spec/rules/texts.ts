import { isNode, type Node, objectOf, type Path } from './rule.ts';

/** The keys whose values are texts for people. */
export const TEXTS: readonly string[] = ['title', 'summary', 'description', 'label'];

/** The key whose value has a text for each of its keys. */
export const MEANINGS = 'x-enumDescriptions';

/** The keys of these are names, even when one of them is called "title". */
const MAPS = ['properties', 'schemas', 'securitySchemes', 'examples', 'responses', 'content', 'paths'];

/** Values of the wire and code are the same in both languages. */
const VALUES = ['value', 'example', 'enum', 'required', 'source'];

/**
 * Visits every text for a person. The document is read as it is written, because Redocly does not visit a text beside a
 * `$ref`.
 */
export function visitTexts(document: Node, visit: (text: string, at: Path) => void): void {
  visitNodes(document, (node, at) => {
    for (const [key, value] of Object.entries(node))
      if (TEXTS.includes(key) && typeof value === 'string') visit(value, [...at, key]);
    for (const [key, value] of Object.entries(objectOf(node[MEANINGS])))
      visit(String(value), [...at, MEANINGS, key]);
  });
}

/** Visits every object whose keys are OpenAPI's own: neither a map of names, nor a value, nor inside an extension. */
export function visitNodes(node: unknown, visit: (node: Node, at: Path) => void, at: Path = []): void {
  const key = String(at.at(-1));
  if (Array.isArray(node)) {
    // Examples of a schema are values.
    if (key !== 'examples') for (const [index, one] of node.entries()) visitNodes(one, visit, [...at, index]);
    return;
  }
  if (!isNode(node)) return;
  const isMap = MAPS.includes(key) && !MAPS.includes(String(at.at(-2)));
  if (!isMap) visit(node, at);
  for (const [name, value] of Object.entries(node)) {
    const isOpaque = VALUES.includes(name) || (name.startsWith('x-') && name !== 'x-codeSamples');
    if (isMap || !isOpaque) visitNodes(value, visit, [...at, name]);
  }
}

/** A fenced block or a code span of Markdown. The docs show its content unchanged. */
const CODE = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;

/** A Markdown text without its code. */
export function plainMarkdown(text: string): string {
  return text.replace(CODE, '');
}
