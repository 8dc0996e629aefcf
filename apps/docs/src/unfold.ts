import type { Contract } from '@ax-cloud/contract/contract';
import type { Snippet } from './content.ts';
import { type Node, objectAt } from './node.ts';

/** A copy of a contract in which Redoc hides nothing behind a tab, a menu or a link; it is never published. */
export interface Unfolded {
  document: Node;
  /** The `operationId` of the contract's own operation. */
  operation: string;
  /** The operation that has nothing but one response, by status. */
  responses: ReadonlyMap<number, string>;
  /** The operation that has nothing but one snippet, by the snippet's key. */
  snippets: ReadonlyMap<string, string>;
  /** The languages of the snippets, without which Redoc drops them. */
  languages: readonly { lang: string; label: string }[];
}

/**
 * Unfolds a contract: Redoc renders the first response, sample and example of an operation and keeps the others for a click.
 * So each of them becomes the only one of an operation of its own. This file is the only one that knows what Redoc hides.
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

/** Of an example, Redoc shows that many characters. */
const LONGEST_EXAMPLE = 150;

/** Redoc shows how to authorize on a click only: a key becomes a parameter. */
function keysOf(document: Node): Node[] {
  return Object.values(objectAt(document, 'components', 'securitySchemes')).map((scheme) => {
    const { in: place, name, description } = scheme as Node;
    return { in: place, name, description, required: true, schema: { type: 'string' } };
  });
}

/**
 * Redoc shows the `example` of a field, and not its `examples`; of a long one only the beginning. A list, an object or a long
 * text stands in the examples of the body.
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
