import { type Document, isAlias, isMap, isScalar, visit, type Node as YamlNode } from 'yaml';
import { oddCharacter } from './characters.ts';
import type { ReportAt } from './file-problem.ts';

/** Keys at which Redocly fails, or which an object takes for something else. */
const BREAKING = ['__proto__', 'hasOwnProperty'];

/**
 * Reports what the programs that read these files read differently, what breaks one of them, and what is not the value that it
 * looks like: aliases and merge keys, tags, keys that break a program, numbers that change when they are read,
 * and characters that an escape hides.
 */
export function checkPlain(document: Document, report: ReportAt): void {
  if (!isMap(document.contents)) {
    report(0, 'The file is not a map of keys and values. Write "key: value" lines.');
    return;
  }
  visit(document, {
    Node(_, node) {
      const problem = problemOf(node);
      if (problem !== undefined) report(offsetOf(node), problem);
    },
    Pair(_, { key }) {
      const problem = keyProblem(key);
      if (problem !== undefined) report(offsetOf(key), problem);
    },
  });
}

function problemOf(node: YamlNode): string | undefined {
  if (isAlias(node)) return `Not every program here follows the alias *${node.source}. Write its value out.`;
  if (node.anchor !== undefined)
    return `Not every program here follows the anchor &${node.anchor}. Remove it, and write the value out where it is meant.`;
  if (node.tag !== undefined)
    return `Not every program here follows the tag ${node.tag.replace('tag:yaml.org,2002:', '!!')}. Remove it.`;
  if (!isScalar(node)) return undefined;
  const { value, source = '', type } = node;
  // Other texts have no escapes, and their characters are checked in the file itself.
  if (type === 'QUOTE_DOUBLE') return oddCharacter(String(value))?.message;
  if (typeof value !== 'number') return undefined;
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    return `The number ${source} has more digits than programs keep, and is read as ${value}. Write one below 2^53, or a text between quotation marks.`;
  if (String(value) === source) return undefined;
  return `The number ${source} is read as ${value}. Write the number that is meant, or a text between quotation marks.`;
}

function keyProblem(key: unknown): string | undefined {
  if (!isScalar(key)) return 'A key is a text. Write it before the colon.';
  if (key.value === '<<') return 'Not every program here follows the merge key "<<". Write the values out.';
  if (key.value === null) return 'The key is empty. Write one.';
  return BREAKING.includes(String(key.value))
    ? `The key "${key.value}" breaks programs that are written in JavaScript. Choose another name.`
    : undefined;
}

function offsetOf(node: unknown): number {
  return (node as YamlNode | undefined)?.range?.[0] ?? 0;
}
