/** Where a lint rule stands, as far as the rules here need it (a part of Redocly's `UserContext`). */
export interface RuleContext {
  report(problem: { message: string; location: Location }): void;
  location: Location;
  type: { name: string };
}

/** A place in the contract. */
export interface Location {
  pointer: string;
  source: { absoluteRef: string };
  /** The place one key, or several keys, deeper. */
  child(keys: string | string[]): Location;
}

/** The keys that lead to a node of the document. */
export type Path = readonly (string | number)[];

/** Reports a problem at a node: what is wrong, and what to do. */
export type Report = (path: Path, message: string) => void;

/** Checks a whole document. `file` is the document's own path. */
export type Check = (document: Node, report: Report, file: string) => void;

/** Any object of a document. What it holds is not known before it is looked at. */
export type Node = Readonly<Record<string, unknown>>;

/** Makes a rule for Redocly of a check of the whole document. */
export function documentRule(check: Check) {
  return () => ({
    Root: {
      enter(root: Node, context: RuleContext) {
        const { location } = context;
        const report: Report = (path, message) =>
          context.report({
            message,
            location: path.length === 0 ? location : location.child(path.map(String)),
          });
        check(root, report, location.source.absoluteRef);
      },
    },
  });
}

/** A node as an object; empty for anything else, which Redocly's own rules report. */
export function objectOf(value: unknown): Node {
  return isNode(value) ? value : {};
}

/** A node as a list; empty for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
