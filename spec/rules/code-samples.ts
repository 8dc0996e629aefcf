import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { operationOf } from './operation.ts';
import { documentRule, listOf, type Node, objectOf, type Path, type Report } from './rule.ts';
import { fillSample } from './samples.ts';

/** Every file that a code sample refers to exists. Redocly would only say that the sample is not a text. */
export const sampleFiles = documentRule((document, report, file) => {
  for (const { ref, at } of samplesOf(document)) {
    if (ref !== undefined && !existsSync(join(dirname(file), ref)))
      report([...at, 'source'], `There is no file ${ref}. Add it, or correct the $ref.`);
  }
});

/** The docs name the time limit that this sample gives to curl. */
const LIMIT = '--max-time {{limit}}';

/**
 * The docs show every code sample by its label, and take the time limit from the one with curl. The template of each can be filled
 * from the contract.
 */
export const codeSamples = documentRule((document, report, file) => {
  checkEntries(document, report, file);
  for (const { node, ref, at } of samplesOf(document)) {
    const template = templateOf(node, ref, file);
    if (template === undefined) continue;
    try {
      fillSample(document, String(node.lang), template);
    } catch (error) {
      const what = (error as Error).message.replace(/(?<![.…])$/, '.');
      report(at, ref === undefined ? what : `The template ${ref}: ${what} Correct the template.`);
    }
  }
});

function checkEntries(document: Node, report: Report, file: string): void {
  const operation = operationOf(document);
  if (operation === undefined) return;
  const samples = samplesOf(document);
  if (!samples.some(({ node, ref }) => templateOf(node, ref, file)?.includes(LIMIT))) {
    report(
      [...operation.at, ...(samples.length === 0 ? [] : ['x-codeSamples'])],
      `No code sample has "${LIMIT}", and the docs name that limit. Restore the one with curl.`,
    );
  }
  const labels = samples.map(({ node }) => node.label);
  samples.forEach(({ node, at }, index) => {
    if (typeof node.label !== 'string' || node.label === '')
      report(at, 'The code sample has no label, by which the docs show it. Write "label".');
    else if (labels.indexOf(node.label) !== index)
      report([...at, 'label'], `Two code samples have the label "${node.label}". Write another one.`);
  });
}

/** The template of a sample; undefined where its file is not there. */
function templateOf(node: Node, ref: string | undefined, file: string): string | undefined {
  if (ref === undefined) return String(node.source);
  const path = join(dirname(file), ref);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

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
