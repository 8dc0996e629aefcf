/**
 * Rules of `redocly diff` beside Redocly's own: they demand a higher version where Redocly's would accept a patch.
 * `redocly.yaml` says what each demands.
 */

/** A change between two contracts, as far as the rules here need it (a part of Redocly's `DiffChange`). */
interface Change {
  kind: 'added' | 'removed' | 'modified';
  /** What changed at a node that both contracts have; `key` where it has another name. */
  property?: string;
  node: ChangedNode;
}

interface ChangedNode {
  base?: { key: string | number };
  revision?: { key: string | number };
}

interface ChangeContext {
  report(problem: { message: string }): void;
  /** Whether the node is part of the request, of a response, or of both. */
  getDirections(): ('request' | 'response')[];
}

/** Keywords for people, which say nothing about a value. Of the extensions, only those in MEANING are a promise. */
const ANNOTATION = /^(title|description|examples?|default|deprecated|\$comment|x-.*)$/;

/** What the parts, and callers that read the contract, take for the meaning of a request or of a response. */
const MEANING = ['x-order', 'x-echoes', 'x-cancels'];

/** A caller sends the field in vain; with generated types it no longer compiles. */
export const requestFieldRemoved = () => ({
  SchemaProperties: { Schema: fieldRemoved },
  Schema: { SchemaProperties: fieldRemoved },
});

/** Different values are valid. Redocly's rules say whether a caller breaks; if none does, something was added. */
export const validityChanged = () => ({
  Schema({ kind, property = '' }: Change, { report }: ChangeContext) {
    if (kind === 'modified' && property !== 'key' && !ANNOTATION.test(property))
      report({ message: `"${property}" changed, and with it which values are valid.` });
  },
  Parameter: requiredChanged,
  RequestBody: requiredChanged,
});

/** A request needs no key any more, and generated clients no longer take one. */
export const securityRemoved = () => ({
  SecurityRequirementList: requirementRemoved,
  SecurityRequirement: requirementRemoved,
});

/** The same response, or the same value, means something else. */
export const meaningChanged = () => ({
  any({ property = '', node }: Change, { report }: ChangeContext) {
    const name = [property, String((node.base ?? node.revision)?.key)].find((one) => MEANING.includes(one));
    if (name !== undefined) report({ message: `"${name}" changed.` });
  },
});

function fieldRemoved({ kind, property }: Change, { report, getDirections }: ChangeContext): void {
  const isGone = kind === 'removed' || (kind === 'modified' && property === 'key');
  if (isGone && getDirections().includes('request'))
    report({ message: 'A field of the request was removed or renamed.' });
}

function requiredChanged({ kind, property }: Change, { report }: ChangeContext): void {
  if (kind === 'modified' && property === 'required') report({ message: 'Whether it is required changed.' });
}

function requirementRemoved({ kind }: Change, { report }: ChangeContext): void {
  if (kind === 'removed') report({ message: 'A request needs no key any more.' });
}
