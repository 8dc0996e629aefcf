import { readFile } from 'node:fs/promises';
import { fillSample } from '@ax-cloud/channel-spec/samples';
import type { Contract } from '@ax-cloud/contract/contract';
import { loadHandwrittenContract } from '@ax-cloud/contract/references';
import { codeSamples } from './guides/code-samples.ts';
import { type Node, objectAt } from './node.ts';

/** A code sample of the contract, filled for each example of the request. */
export interface Sample {
  /** The programming language, as `x-codeSamples` names it. */
  lang: string;
  label: string;
  /** By the name of the example. */
  sources: ReadonlyMap<string, string>;
}

/** Reads the templates of the code samples, in the contract's order. */
export async function loadTemplates(): Promise<string[]> {
  const document = (await loadHandwrittenContract()) as Node;
  const [item = {}] = Object.values(objectAt(document, 'paths')) as Node[];
  const samples = Object.values(item).flatMap(
    (operation) => ((operation as Node)['x-codeSamples'] ?? []) as { source: unknown }[],
  );
  const base = import.meta.resolve('@ax-cloud/channel-spec/openapi-source.yaml');
  return Promise.all(
    samples.map(({ source }) => {
      const file = (source as { $ref?: string }).$ref;
      return file === undefined ? String(source) : readFile(new URL(file, base), 'utf8');
    }),
  );
}

/**
 * Gives the code samples of a contract for every example of its request. The bundle has those of the first example; the templates
 * are filled for the others.
 *
 * @throws {Error} for a sample without a template
 */
export function samplesOf(contract: Contract, templates: readonly string[]): Sample[] {
  const [first, ...others] = Object.keys(contract.request.examples);
  return codeSamples(contract).map(({ lang, label, source }, index) => {
    const template = templates[index];
    if (template === undefined) {
      throw new Error(
        `The code sample "${label}" has no template in spec/openapi.yaml, so it cannot be filled for every example. Restore it there.`,
      );
    }
    const filled = others.map((name): [string, string] => [
      name,
      fillSample(startingWith(contract, name), lang, template),
    ]);
    return {
      lang,
      label,
      sources: new Map([...(first === undefined ? [] : [[first, source] as const]), ...filled]),
    };
  });
}

/** The contract with this example first: templates are filled with the first example. */
function startingWith({ document, path, method }: Contract, name: string): Node {
  const copy = structuredClone(document) as Node;
  const body = objectAt(copy, 'paths', path, method.toLowerCase(), 'requestBody');
  const content = objectAt(body, 'content', 'application/json');
  const examples = content.examples as Node;
  content.examples = { [name]: examples[name], ...examples };
  return copy;
}
