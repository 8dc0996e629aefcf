import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Place } from './place.ts';

/** Where something stands in a text: the offsets of its first character and of the one after its last. */
export interface Span {
  start: number;
  end: number;
}

/** One `key: value` of a map. */
export interface Entry {
  name: string;
  key: ParsedNode;
  value: ParsedNode;
}

/** What holds a place: a map with entries, or a list with items; `index` is -1 where a map does not have the key. */
export type Holder =
  | { node: YAMLMap.Parsed; entries: readonly Entry[]; items?: never; index: number }
  | { node: YAMLSeq.Parsed; entries?: never; items: readonly ParsedNode[]; index: number };

/** The text of a YAML document, with its nodes and their places in the text. */
export class YamlSource {
  readonly text: string;
  readonly #document: Document.Parsed;
  #value: unknown;

  /** @throws {SyntaxError} when the text is not YAML, or has an alias (`*name`): its value stands elsewhere */
  constructor(text: string) {
    this.text = text;
    this.#document = parseDocument(text);
    const [error] = this.#document.errors;
    if (error !== undefined) throw new SyntaxError(error.message);
    visit(this.#document, {
      Alias(_, { source }) {
        throw new SyntaxError(`The alias *${source} cannot be edited. Write its value out.`);
      },
    });
  }

  /** What the text says, as plain values. */
  get value(): unknown {
    this.#value ??= this.#document.toJS();
    return this.#value;
  }

  /**
   * The node at a place.
   *
   * @throws {Error} when there is none
   */
  node(place: Place): ParsedNode {
    let node: unknown = this.#document.contents;
    for (const key of place) {
      if (isMap(node)) node = node.items.find((pair) => nameOf(pair.key) === String(key))?.value;
      else node = isSeq(node) ? node.items[Number(key)] : undefined;
    }
    if (isParsed(node)) return node;
    throw new Error(`Nothing stands at /${place.join('/')}.`);
  }

  /** The map or list that holds a place, and where in it the place stands. */
  holder(place: Place): Holder {
    const node = this.node(place.slice(0, -1));
    const key = place.at(-1);
    if (isMap(node)) {
      const entries = entriesOf(node);
      return { node, entries, index: entries.findIndex(({ name }) => name === String(key)) };
    }
    if (isSeq(node)) return { node, items: node.items, index: Number(key) };
    throw new Error(`Nothing can stand at /${place.join('/')}.`);
  }

  /** The text of a span. */
  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** The same text with another one in place of a span. */
  splice({ start, end }: Span, replacement: string): YamlSource {
    return new YamlSource(this.text.slice(0, start) + replacement + this.text.slice(end));
  }

  /** Where the line of an offset begins. */
  lineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the line of a value's last character ends, with its line break. */
  lineEnd(end: number): number {
    if (this.text[end - 1] === '\n') return end;
    const lineBreak = this.text.indexOf('\n', end);
    return lineBreak === -1 ? this.text.length : lineBreak + 1;
  }

  /** The column of an offset, from 0. */
  column(offset: number): number {
    return offset - this.lineStart(offset);
  }
}

/** The entries of a map, in its order. */
function entriesOf(map: YAMLMap.Parsed): Entry[] {
  return map.items.map(({ key, value }) => {
    if (value === null) throw new Error(`The key ${nameOf(key)} has no value.`);
    return { name: nameOf(key), key, value };
  });
}

/** Where a node's own text stands, without what follows it on its line. */
export function spanOf(node: ParsedNode): Span {
  return { start: node.range[0], end: node.range[1] };
}

/** True for a map or a list in braces or brackets. */
export function isFlow(node: ParsedNode): boolean {
  return isCollection(node) && node.flow === true;
}

/** True for a map or a list with one line or more for each of its parts. */
export function isBlock(node: ParsedNode): node is YAMLMap.Parsed | YAMLSeq.Parsed {
  return isCollection(node) && node.flow !== true;
}

function nameOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function isParsed(node: unknown): node is ParsedNode {
  return (isCollection(node) || isScalar(node)) && !isAlias(node);
}
