import type { ParsedNode } from 'yaml';
import { afterDash, afterKey, type Fragment, inFlow, needsLines } from './fragment.ts';
import type { Place } from './place.ts';
import { type Entry, isFlow, type Span, spanOf, type YamlSource } from './yaml-source.ts';

/** Puts another value at a place. A comment after the old value stays if it fits. */
export function setValue(source: YamlSource, place: Place, fragment: Fragment): YamlSource {
  const { node: holder, entries, items, index } = source.holder(place);
  const old = source.node(place);
  if (isFlow(holder)) return source.splice(spanOf(old), inFlow(fragment));
  const entry = entries?.[index];
  const mark = entry === undefined ? dashOf(source, items?.[index] ?? old) : colonOf(source, entry);
  const column = source.column(entry === undefined ? mark : spanOf(entry.key).start);
  const written = entry === undefined ? afterDash(fragment, column) : afterKey(fragment, column);
  const { end } = spanOf(old);
  const span = { start: mark + 1, end: source.lineEnd(end) };
  const comment = source.slice({ start: end, end: span.end }).trimEnd();
  const kept = comment !== '' && !needsLines(fragment) ? written.replace(/\n$/, `${comment}\n`) : written;
  return source.splice(span, kept);
}

/** Where an entry was before it was removed, so that a new one of its name can take its place. */
export interface FormerPlace {
  /** The name of the entry before which it stood. */
  before: string | undefined;
  /** The comment lines above it. */
  comment: string;
}

/** Reads where an entry stands, for {@link addEntry} to put a later one of its name there. */
export function formerPlace(source: YamlSource, place: Place): FormerPlace {
  const { entries, index } = source.holder(place);
  const entry = entries?.[index];
  if (entries === undefined || entry === undefined) return { before: undefined, comment: '' };
  const start = source.lineStart(spanOf(entry.key).start);
  return {
    before: entries[index + 1]?.name,
    comment: source.slice({ start: withComments(source, start), end: start }),
  };
}

/**
 * Adds an entry to a map: at its former place, or in the order of numbers where the names are numbers, or else at the end.
 *
 * @param place the map's place and the new name
 * @param key the name as it is to be written
 */
export function addEntry(
  source: YamlSource,
  place: Place,
  key: string,
  fragment: Fragment,
  former: FormerPlace = { before: undefined, comment: '' },
): YamlSource {
  const { node: map, entries } = source.holder(place);
  if (entries === undefined) throw new Error(`/${place.join('/')} cannot be added to a list.`);
  const last = entries.at(-1);
  if (last === undefined) return fillMap(source, place.slice(0, -1), key, fragment);
  const behind =
    entries.find(({ name }) => name === former.before) ?? nextNumber(entries, String(place.at(-1)));
  if (isFlow(map)) {
    const pair = `${key}: ${inFlow(fragment)}`;
    const { start } = spanOf(behind?.key ?? map);
    const { end } = spanOf(last.value);
    return behind === undefined
      ? source.splice({ start: end, end }, `, ${pair}`)
      : source.splice({ start, end: start }, `${pair}, `);
  }
  const column = source.column(spanOf((entries[0] ?? last).key).start);
  const lines = `${former.comment}${' '.repeat(column)}${key}:${afterKey(fragment, column)}`;
  const separator = separatedByBlankLines(source, entries) ? '\n' : '';
  if (behind === undefined) {
    const end = source.lineEnd(spanOf(last.value).end);
    return source.splice({ start: end, end }, separator + lines);
  }
  const start = spanOf(behind.key).start;
  // After a "- " the new entry takes the place of the one that stood there.
  if (/\S/.test(source.slice({ start: source.lineStart(start), end: start }))) {
    return source.splice({ start, end: start }, `${lines.trimStart()}${' '.repeat(column)}`);
  }
  const at = withComments(source, source.lineStart(start));
  return source.splice({ start: at, end: at }, lines + separator);
}

/** Puts an item into the list at a place, at the index that it is to have; a higher index puts it at the end. */
export function insertItem(source: YamlSource, place: Place, index: number, fragment: Fragment): YamlSource {
  const list = source.node(place);
  const { items = [] } = source.holder([...place, 0]);
  const [first] = items;
  const previous = items[Math.min(index, items.length) - 1];
  if (first === undefined) return fillList(source, place, fragment);
  if (isFlow(list)) {
    if (previous === undefined) return source.splice(spanBefore(first), `${inFlow(fragment)}, `);
    const { end } = spanOf(previous);
    return source.splice({ start: end, end }, `, ${inFlow(fragment)}`);
  }
  const dash = dashOf(source, first);
  const column = source.column(dash);
  const item = `-${afterDash(fragment, column)}${' '.repeat(column)}`;
  if (previous === undefined) return source.splice({ start: dash, end: dash }, item);
  const at = source.lineEnd(spanOf(previous).end);
  return source.splice({ start: at, end: at }, `${' '.repeat(column)}${item.trimEnd()}\n`);
}

/** Writes another name in place of a key; the entry keeps its place, its value and its comments. */
export function renameKey(source: YamlSource, place: Place, key: string): YamlSource {
  const { entries, index } = source.holder(place);
  const entry = entries?.[index];
  if (entry === undefined) throw new Error(`Nothing stands at /${place.join('/')}.`);
  return source.splice(spanOf(entry.key), key);
}

/** Writes the first entry of an empty map. Its braces go wherever the entry can have lines of its own. */
function fillMap(source: YamlSource, place: Place, key: string, fragment: Fragment): YamlSource {
  const span = spanOf(source.node(place));
  const { node: holder, entries, index } = source.holder(place);
  if (isFlow(holder)) return source.splice(span, `{ ${key}: ${inFlow(fragment)} }`);
  const entry = entries?.[index];
  if (entry === undefined) {
    const column = source.column(span.start);
    return source.splice(span, `${key}:${afterKey(fragment, column)}`.replace(/\n$/, ''));
  }
  const column = source.column(spanOf(entry.key).start) + 2;
  const behind = { start: colonOf(source, entry) + 1, end: source.lineEnd(span.end) };
  return source.splice(behind, `\n${' '.repeat(column)}${key}:${afterKey(fragment, column)}`);
}

/** Writes the first item of an empty list, in lines of its own only if it needs them. */
function fillList(source: YamlSource, place: Place, fragment: Fragment): YamlSource {
  const span = spanOf(source.node(place));
  const { node: holder, entries, index } = source.holder(place);
  const entry = entries?.[index];
  if (isFlow(holder) || entry === undefined || !needsLines(fragment)) {
    return source.splice(span, `[${inFlow(fragment)}]`);
  }
  const column = source.column(spanOf(entry.key).start) + 2;
  const behind = { start: colonOf(source, entry) + 1, end: source.lineEnd(span.end) };
  return source.splice(behind, `\n${' '.repeat(column)}-${afterDash(fragment, column)}`);
}

/** Where the `:` after a key stands. */
export function colonOf(source: YamlSource, { key }: Entry): number {
  return source.text.indexOf(':', spanOf(key).end);
}

/** Where the `-` before an item stands. */
export function dashOf(source: YamlSource, item: ParsedNode): number {
  return source.text.lastIndexOf('-', spanOf(item).start - 1);
}

/** The beginning of the comment lines right above a line, at its column; the line's own beginning where there are none. */
export function withComments(source: YamlSource, lineStart: number): number {
  const column = source.text.slice(lineStart).search(/[^ ]/);
  let start = lineStart;
  while (start > 0) {
    const above = source.lineStart(start - 1);
    if (source.text.slice(above, start).search(/[^ ]/) !== column || source.text[above + column] !== '#')
      break;
    start = above;
  }
  return start;
}

/** Names that are whole numbers stand in their order, as they do in every JavaScript object. */
function nextNumber(entries: readonly Entry[], name: string): Entry | undefined {
  const isNumber = (text: string) => /^\d+$/.test(text);
  if (!isNumber(name)) return undefined;
  return entries.find((entry) => isNumber(entry.name) && Number(entry.name) > Number(name));
}

function spanBefore(node: ParsedNode): Span {
  const { start } = spanOf(node);
  return { start, end: start };
}

function separatedByBlankLines(source: YamlSource, entries: readonly Entry[]): boolean {
  const [previous, last] = entries.slice(-2);
  if (previous === undefined || last === undefined) return false;
  const between: Span = { start: source.lineEnd(spanOf(previous.value).end), end: spanOf(last.key).start };
  return source.slice(between).includes('\n');
}
