import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { documentRule, isNode, type Path } from './rule.ts';

const MARKS = /\((?:inferred|추정):\s*([^)]*)\)/g;
const BARE = /\((?:inferred|추정)\)|\*\*(?:Inferred|추정):\*\*/;

/** Every mark of what is inferred names its question: `(inferred: order-code-in-path)`. The docs link it by that. */
export const inferredIds = documentRule((document, report, file) => {
  const known = questionIds(file);
  visitTexts(document, [], (text, at) => {
    if (BARE.test(text))
      report(
        at,
        'A mark of what is inferred names no question. Write "(inferred: ID)", with an id of source.yaml.',
      );
    for (const [mark, ids = ''] of text.matchAll(MARKS)) {
      for (const id of ids.split(',').map((one) => one.trim())) {
        if (!known.has(id))
          report(
            at,
            `${mark} names the question "${id}", which source.yaml does not have. Correct the id, or add the question.`,
          );
      }
    }
  });
});

/** The ledger lies beside the contract, and one folder up from the bundle that lint makes. */
function questionIds(file: string): Set<string> {
  const ledger = [dirname(file), dirname(dirname(file))]
    .map((folder) => join(folder, 'source.yaml'))
    .find(existsSync);
  if (ledger === undefined) return new Set();
  const { questions } = parse(readFileSync(ledger, 'utf8')) as { questions: { id: string }[] };
  return new Set(questions.map(({ id }) => id));
}

function visitTexts(node: unknown, at: Path, visit: (text: string, at: Path) => void): void {
  if (typeof node === 'string') visit(node, at);
  else if (Array.isArray(node)) {
    for (const [index, one] of node.entries()) visitTexts(one, [...at, index], visit);
  } else if (isNode(node)) {
    for (const [key, one] of Object.entries(node)) {
      // Code is not prose.
      if (key !== 'x-codeSamples') visitTexts(one, [...at, key], visit);
    }
  }
}
