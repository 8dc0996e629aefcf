import { readFile } from 'node:fs/promises';
import { fillSample } from '@ax-cloud/channel-spec/samples';
import type { Contract } from '@ax-cloud/contract/contract';
import { loadHandwrittenContract } from '@ax-cloud/contract/references';
import { type Node, objectAt } from './node.ts';

/** A code sample of the contract, for each example of a request. */
export interface Sample {
  /** The programming language, as `x-codeSamples` names it. */
  lang: string;
  label: string;
  /** By the name of the example. */
  sources: ReadonlyMap<string, string>;
}

/** Reads the templates that the code samples are filled from, in their order in the contract. */
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
 * Gives the code samples of a contract for every example of its request. The bundle has those of the first one; the templates
 * are filled once more for the others.
 *
 * @throws {Error} for a sample without a template
 */
export function samplesOf(contract: Contract, templates: readonly string[]): Sample[] {
  const { document, path, method, request } = contract;
  const { 'x-codeSamples': samples = [] } = objectAt(document as Node, 'paths', path, method.toLowerCase());
  const [first, ...others] = Object.keys(request.examples);
  return (samples as { lang: string; label: string; source: string }[]).map(
    ({ lang, label, source }, index) => {
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
    },
  );
}

/** The contract with one of its examples before the others: the first one is what templates are filled with. */
function startingWith({ document, path, method }: Contract, name: string): Node {
  const copy = structuredClone(document) as Node;
  const body = objectAt(copy, 'paths', path, method.toLowerCase(), 'requestBody');
  const content = objectAt(body, 'content', 'application/json');
  const examples = content.examples as Node;
  content.examples = { [name]: examples[name], ...examples };
  return copy;
}
