import { isDeepStrictEqual } from 'node:util';
import type { Contract } from '@ax-cloud/contract/contract';
import { applyOverlay } from '@ax-cloud/contract/readings/apply';
import { type Overlay, OverlayError } from '@ax-cloud/contract/readings/overlay';

/** One place of the contract that a reading changes. A new place has no `was`; a removed one has no `is`. */
export interface ChangedPlace {
  /** `CancelRequest.ax_status`, `200.x-order`. */
  place: string;
  was?: string;
  is?: string;
}

/** Texts for people, and examples. They are not part of the form. */
const TEXTS = new Set([
  ...['title', 'summary', 'description', 'x-enumDescriptions', 'x-codeSamples'],
  ...['example', 'examples'],
]);
/** The keys below these are names of the contract, not keywords. */
const MAPS = new Set(['properties', 'schemas', 'responses']);
/** Steps of a place that are not shown. */
const PLAIN = new Set(['components', 'schemas', 'properties', 'content', 'responses', 'operation']);

/**
 * Finds what an overlay changes in the form of a contract, in the contract's order, without texts and examples.
 *
 * @returns undefined where the overlay does not apply
 */
export function changedPlaces(contract: Contract, overlay: Overlay): ChangedPlace[] | undefined {
  try {
    return differences(
      normalize(contract.document),
      normalize(applyOverlay(contract.document, overlay) as Tree),
      [],
    );
  } catch (error) {
    // The target of the overlay may be missing in a contract of another reading.
    if (error instanceof OverlayError) return undefined;
    throw error;
  }
}

/** The changes as the lines of a diff. */
export function diffOf(places: readonly ChangedPlace[]): string {
  const line = (sign: string, place: string, value: string) =>
    `${sign} ${place}${value === '' ? '' : `: ${value}`}`;
  return places
    .flatMap(({ place, was, is }) => [
      ...(was === undefined ? [] : [line('-', place, was)]),
      ...(is === undefined ? [] : [line('+', place, is)]),
    ])
    .join('\n');
}

type Tree = Readonly<Record<string, unknown>>;

/** The document with its operation at a fixed place, independent of the path. */
function normalize(document: object): Tree {
  const { paths, ...rest } = document as { paths?: Tree };
  const [[path, item] = ['', {}]] = Object.entries(paths ?? {});
  const [[method, operation] = ['', {}]] = Object.entries(item as Tree);
  return { path, method, operation, ...rest };
}

function differences(was: unknown, is: unknown, at: readonly string[]): ChangedPlace[] {
  if (isDeepStrictEqual(was, is)) return [];
  if (Array.isArray(was) && Array.isArray(is)) return listDifferences(was, is, at);
  // Another `$ref` is one change, even if the two schemas have parts in common.
  if (!isTree(was) || !isTree(is) || was.$ref !== is.$ref) return [changed(at, was, is)];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const shown = keys.filter((key) => MAPS.has(at.at(-1) ?? '') || !TEXTS.has(key));
  return shown.flatMap((key) => differences(was[key], is[key], [...at, key]));
}

/** Compares lists by the names of their items, so that an added item does not change the others. */
function listDifferences(
  was: readonly unknown[],
  is: readonly unknown[],
  at: readonly string[],
): ChangedPlace[] {
  if (was.some(isTree) || is.some(isTree)) return differences(byName(was), byName(is), at);
  return [
    ...was.filter((item) => !is.includes(item)).map((item) => changed(at, item, undefined)),
    ...is.filter((item) => !was.includes(item)).map((item) => changed(at, undefined, item)),
  ];
}

function byName(list: readonly unknown[]): Tree {
  const named = list.map((item) => (isTree(item) ? item : {}));
  return Object.fromEntries(
    named.map((item) => [String(item.name ?? item['x-environment'] ?? item.label), item]),
  );
}

function changed(at: readonly string[], was: unknown, is: unknown): ChangedPlace {
  return {
    place: nameOf(at),
    ...(was === undefined ? {} : { was: shortly(was) }),
    ...(is === undefined ? {} : { is: shortly(is) }),
  };
}

function nameOf(place: readonly string[]): string {
  return place.filter((step) => !PLAIN.has(step) && !/^\w+\/[\w+.-]+$/.test(step)).join('.');
}

/** A node in a few words: a value, the name of a schema, or a type. */
function shortly(node: unknown): string {
  if (Array.isArray(node)) return node.join(' | ');
  if (!isTree(node)) return String(node);
  if (typeof node.$ref === 'string') return node.$ref.split('/').at(-1) ?? '';
  const { type, required, schema } = node;
  if (schema !== undefined) return `${shortly(schema)}${required === true ? ', required' : ''}`;
  return shortly(type ?? '');
}

function isTree(node: unknown): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
