import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { METHODS } from '../rules/methods.ts';

/** Changes a parsed contract. */
export type Edit = (document: Document) => void;

/** A parsed document that a test edits. */
export type Document = Record<string, unknown>;

/** The pinned contract, for a test of its own. */
export function contract(): Document {
  return structuredClone(original);
}

const original = parse(readFileSync(new URL('pinned/openapi.yaml', import.meta.url), 'utf8')) as Document;

/**
 * Makes an edit that sets the value at a path, or removes it where the value is undefined. A path is keys joined with dots, from the operation (`op.…`), the named schemas (`schemas.…`), or the
 * document; `json` stands for the JSON content, `examples` below it for its examples.
 */
export function set(path: string, value: unknown): Edit {
  return (document) => {
    const keys = keysOf(document, path);
    const last = keys.pop() ?? '';
    let node: unknown = document;
    for (const key of keys) {
      const next = (node as Document)[key];
      if (typeof next !== 'object' || next === null) throw new Error(`The contract has no ${key} (${path}).`);
      node = next;
    }
    const holder = node as Document;
    if (Array.isArray(node) && last === '+') node.push(value);
    else if (value === undefined && !Object.hasOwn(holder, last)) throw new Error(`There is no ${path}.`);
    else if (value === undefined) delete holder[last];
    else holder[last] = value;
  };
}

/** Removes what stands at a path. */
export function drop(path: string): Edit {
  return set(path, undefined);
}

/** What stands at a path of the pinned contract. */
export function at(path: string): unknown {
  const document = contract();
  return keysOf(document, path).reduce<unknown>((node, key) => (node as Document)[key], document);
}

/** Several edits as one. */
export function all(...edits: readonly Edit[]): Edit {
  return (document) => {
    for (const edit of edits) edit(document);
  };
}

/** The path template of the pinned contract. */
export const PATH = Object.keys(contract().paths as Document)[0] ?? '';

function keysOf(document: Document, path: string): string[] {
  const [template = ''] = Object.keys((document.paths ?? {}) as Document);
  const item = ((document.paths ?? {}) as Document)[template] ?? {};
  const method = Object.keys(item).find((key) => METHODS.includes(key)) ?? '';
  return path.split('.').flatMap((key, index) => {
    if (index === 0 && key === 'op') return ['paths', template, method];
    if (index === 0 && key === 'schemas') return ['components', 'schemas'];
    return key === 'json' ? ['content', 'application/json'] : [key];
  });
}
