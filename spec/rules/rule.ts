import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/** The context of a lint rule: the part of Redocly's `UserContext` that the rules here need. */
export interface RuleContext {
  report(problem: { message: string; location: Location }): void;
  location: Location;
}

/** A place in the contract. */
interface Location {
  pointer: string;
  source: { absoluteRef: string };
  /** The place one key, or several keys, deeper. */
  child(keys: string | string[]): Location;
}

/** A rule as Redocly runs it: it sees the document once, as it is written. */
export interface Rule {
  Root: { enter(root: Node, context: RuleContext): void };
}

/** The keys that lead to a node of the document. */
export type Path = readonly (string | number)[];

/** Reports a problem at a node: what is wrong, and what to do. */
export type Report = (path: Path, message: string) => void;

/** Checks a whole document. `file` is the document's own path. */
export type Check = (document: Node, report: Report, file: string) => void;

/** Any object of a document, not validated yet. */
export type Node = Readonly<Record<string, unknown>>;

/** Makes a Redocly rule from a check of the whole document. */
export function documentRule(check: Check): () => Rule {
  return () => ({
    Root: {
      enter: (root, context) => check(root, reporter(context), context.location.source.absoluteRef),
    },
  });
}

/** Reports at paths relative to the rule's location. */
export function reporter({ report, location }: RuleContext): Report {
  return (path, message) =>
    report({ message, location: path.length === 0 ? location : location.child(path.map(String)) });
}

/** A path as a JSON pointer (RFC 6901), as the ledger and the messages write it. */
export function pointerOf(path: Path): string {
  const steps = path.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#/${steps.join('/')}`;
}

/**
 * Reads a YAML file of the contract's folder. The Korean bundle that lint makes lies one folder below.
 *
 * @returns undefined where there is no such file
 */
export function readBeside(file: string, name: string): unknown {
  const found = [dirname(file), dirname(dirname(file))].map((folder) => join(folder, name)).find(existsSync);
  return found === undefined ? undefined : parse(readFileSync(found, 'utf8'));
}

/** A node as an object; empty for anything else, which Redocly's own rules report. */
export function objectOf(value: unknown): Node {
  return isNode(value) ? value : {};
}

/** A node as a list; empty for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Whether a value is an object, and neither a list nor null. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
