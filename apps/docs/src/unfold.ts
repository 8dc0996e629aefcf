import type { Contract } from '@ax-cloud/contract/contract';
import type { Snippet } from './content.ts';
import { type Node, objectAt } from './node.ts';

/** A copy of a contract in which Redoc hides nothing behind a tab, a menu or a link; it is never published. */
export interface Unfolded {
  document: Node;
  /** The `operationId` of the contract's own operation. */
  operation: string;
  /** The operation that has only one response, by the status. */
  responses: ReadonlyMap<number, string>;
  /** The operation that has only one snippet, by the snippet's key. */
  snippets: ReadonlyMap<string, string>;
  /** The languages of the snippets. Redoc drops snippets in other languages. */
  languages: readonly { lang: string; label: string }[];
}

/**
 * Unfolds a contract. Redoc renders only the first response, sample and example of an operation, and the others after a click. So each
 * of them becomes the only one of its own operation. Only this file knows what Redoc hides.
 *
 * @param document the document with the texts to show
 */
export function unfold(document: Node, contract: Contract, snippets: readonly Snippet[]): Unfolded {
  const { tags: _tags, security: _security, components, ...rest } = structuredClone(document);
  const own = objectAt(document, 'paths', contract.path, contract.method.toLowerCase());
  const { tags: _, security: __, responses, 'x-codeSamples': ___, ...operation } = structuredClone(own);
  const parts: Node = {};
  const add = (content: Node): string => {
    const operationId = `part${Object.keys(parts).length}`;
    parts[`/${operationId}`] = { post: { operationId, summary: operationId, ...content } };
    return operationId;
  };
  const nothing = { 200: { description: '' } };
  const responseParts = contract.responses.map(({ status }): [number, string] => [
    status,
    add({ responses: { [status]: (responses as Node)[status] } }),
  ]);
  const snippetParts = snippets.map(({ key, lang, source }): [string, string] => [
    key,
    add({ responses: nothing, 'x-codeSamples': [{ lang, label: lang, source }] }),
  ]);
  const parameters = [...keysOf(document), ...((operation.parameters ?? []) as Node[])];
  const { securitySchemes: _schemes, ...shown } = (components ?? {}) as Node;
  return {
    document: {
      ...rest,
      paths: {
        [contract.path]: {
          [contract.method.toLowerCase()]: { ...operation, parameters, responses: nothing },
        },
        ...parts,
      },
      components: withExamples(shown),
    },
    operation: String(operation.operationId),
    responses: new Map(responseParts),
    snippets: new Map(snippetParts),
    languages: [...new Set(snippets.map(({ lang }) => lang))].map((lang) => ({ lang, label: lang })),
  };
}

/** Redoc shows this many characters of an example. */
const LONGEST_EXAMPLE = 150;

/** Turns keys into parameters, because Redoc shows how to authorize only after a click. */
function keysOf(document: Node): Node[] {
  return Object.values(objectAt(document, 'components', 'securitySchemes')).map((scheme) => {
    const { in: place, name, description } = scheme as Node;
    return { in: place, name, description, required: true, schema: { type: 'string' } };
  });
}

/**
 * Replaces `examples` of fields by `example`, because Redoc shows only that, and only its beginning. Lists, objects and long texts are
 * left out; the examples of the body have them.
 */
function withExamples(components: Node): Node {
  const show = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(show);
    if (typeof node !== 'object' || node === null) return node;
    const { examples, ...rest } = Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, key === 'examples' ? value : show(value)]),
    );
    if (examples === undefined) return rest;
    if (!Array.isArray(examples)) return { ...rest, examples };
    const [example] = examples;
    const isShort = typeof example !== 'object' && String(example).length <= LONGEST_EXAMPLE;
    return isShort ? { ...rest, example } : rest;
  };
  return show(components) as Node;
}
