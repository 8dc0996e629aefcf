import { isScalar, type ParsedNode } from 'yaml';
import { type Place, valueAt } from './place.ts';
import { isBlock, isFlow, spanOf, type YamlSource } from './yaml-source.ts';

/** A value as it is written somewhere, to be written elsewhere in the same way. */
export interface Fragment {
  source: YamlSource;
  place: Place;
}

/**
 * Writes a value after the `:` of a key at column `indent`, with the space or line break before it and its own line
 * break: the same text, its lines moved to the new column.
 */
export function afterKey(fragment: Fragment, indent: number): string {
  const node = nodeOf(fragment);
  if (isBlock(node)) return `\n${blockLines(fragment.source, node, indent + 2)}`;
  return ` ${hangingLines(fragment, node, indent + 2)}`;
}

/** Writes a value after a `-` at column `indent`, with the space before it and its own line break. */
export function afterDash(fragment: Fragment, indent: number): string {
  const node = nodeOf(fragment);
  if (isBlock(node)) return ` ${blockLines(fragment.source, node, indent + 2).trimStart()}`;
  return ` ${hangingLines(fragment, node, indent + 2)}`;
}

/** Writes a value on one line, for the inside of braces or brackets. */
export function inFlow(fragment: Fragment): string {
  const node = nodeOf(fragment);
  const text = fragment.source.slice(spanOf(node));
  const plain = isScalar(node) && node.type === 'PLAIN' && /[,[\]{}]/.test(text);
  if (isBlock(node) || plain || text.includes('\n'))
    return JSON.stringify(valueAt(fragment.source.value, fragment.place));
  return text;
}

/** True for a value that takes lines of its own wherever it stands. */
export function needsLines(fragment: Fragment): boolean {
  const node = nodeOf(fragment);
  return isBlock(node) || (!isFlow(node) && fragment.source.slice(spanOf(node)).includes('\n'));
}

/** The key of a value as it is written, with its quotes. */
export function keyText({ source, place }: Fragment): string {
  const { entries, index } = source.holder(place);
  const entry = entries?.[index];
  if (entry === undefined) throw new Error(`/${place.join('/')} has no key.`);
  return source.slice(spanOf(entry.key));
}

function nodeOf({ source, place }: Fragment): ParsedNode {
  return source.node(place);
}

/** The lines of a block, moved so that its first line begins at column `indent`. */
function blockLines(source: YamlSource, node: ParsedNode, indent: number): string {
  const span = spanOf(node);
  const column = source.column(span.start);
  // "- " or "key: " may stand before the first line.
  return moveLines((' '.repeat(column) + source.slice(span)).split('\n'), column, indent);
}

/** A scalar, or braces and brackets: the first line stands after the key, the others hang at column `indent`. */
function hangingLines(fragment: Fragment, node: ParsedNode, indent: number): string {
  const [first = '', ...others] = fragment.source.slice(spanOf(node)).split('\n');
  // The header of a block scalar may count its own indentation: `|2`.
  if (/^[|>]-?\d/.test(first)) return `${JSON.stringify(valueAt(fragment.source.value, fragment.place))}\n`;
  if (others.length === 0) return `${first}\n`;
  const columns = others.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  return `${first}\n${moveLines(others, Math.min(...columns), indent)}`;
}

/** Moves lines from one column to another; a line further left, which can only be a comment, goes to the new column. */
function moveLines(lines: readonly string[], from: number, to: number): string {
  const moved = lines.map((line) => {
    const rest = line.slice(Math.min(from, Math.max(line.search(/\S/), 0)));
    return rest.trim() === '' ? '' : ' '.repeat(to) + rest;
  });
  return `${moved.join('\n').replace(/\n+$/, '')}\n`;
}
