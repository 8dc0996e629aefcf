import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { operationOf } from './operation.ts';
import { documentRule, listOf, type Node, objectOf, type Path } from './rule.ts';
import { fillSample } from './samples.ts';

/** Every file that a code sample refers to exists. Redocly would only say that the sample is not a text. */
export const sampleFiles = documentRule((document, report, file) => {
  for (const { ref, at } of samplesOf(document)) {
    if (ref !== undefined && !existsSync(join(dirname(file), ref)))
      report([...at, 'source'], `There is no file ${ref}. Add it, or correct the $ref.`);
  }
});

/** The template of every code sample can be filled from the contract. */
export const codeSamples = documentRule((document, report, file) => {
  for (const { node, ref, at } of samplesOf(document)) {
    const path = join(dirname(file), ref ?? '');
    if (ref !== undefined && !existsSync(path)) continue;
    try {
      fillSample(
        document,
        String(node.lang),
        ref === undefined ? String(node.source) : readFileSync(path, 'utf8'),
      );
    } catch (error) {
      const what = (error as Error).message.replace(/(?<![.…])$/, '.');
      report(at, ref === undefined ? what : `The template ${ref}: ${what} Correct the template.`);
    }
  }
});

function samplesOf(document: Node): { node: Node; ref: string | undefined; at: Path }[] {
  const operation = operationOf(document);
  if (operation === undefined) return [];
  return listOf(operation.node['x-codeSamples']).map((one, index) => {
    const node = objectOf(one);
    const { $ref } = objectOf(node.source);
    const at = [...operation.at, 'x-codeSamples', index];
    return { node, ref: typeof $ref === 'string' ? $ref : undefined, at };
  });
}
