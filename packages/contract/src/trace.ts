import { type Ledger, loadLedger } from './ledger.ts';
import { brokenReferences, loadHandwrittenContract, resolvable } from './references.ts';
import { table } from './table.ts';

/** The widest pointer in the table; with the longest names beside it, a row stays within 120 columns. */
const POINTER_WIDTH = 48;

/** From so many on, cases of one beginning stand on one line. */
const MANY = 4;

/**
 * Prints what the contract rests on: each statement of the page with the nodes that carry it and the cases that check
 * it, each question with the reading taken, and the share of both that is covered.
 */
const ledger = await loadLedger();
const contract = await loadHandwrittenContract();
const broken = brokenReferences(ledger, contract);

console.log(
  [
    `"${ledger.page.title}", version ${ledger.page.version}`,
    '',
    ...table(
      ['statement', 'contract', 'checked by'],
      ledger.statements.map(({ id, contract: pointers, cases }) => [
        [id],
        pointers.map(readable),
        cases.length > 0 ? grouped(cases) : ['– no request can'],
      ]),
    ),
    '',
    ...table(
      ['question', 'kind', 'reading taken', 'asked by'],
      ledger.questions.map(({ id, kind, taken, cases }) => [
        [id],
        [kind],
        [taken],
        cases.length > 0 ? grouped(cases) : ['– nobody'],
      ]),
    ),
    '',
    ...share(ledger, contract),
  ].join('\n'),
);

for (const problem of broken) console.error(problem);
if (broken.length > 0) process.exitCode = 1;

/** A pointer as a person reads it: without what all of them share, and without its middle where it is long. */
function readable(pointer: string): string {
  const steps = pointer
    .replace(/^#operation\//, '')
    .replace(/^#\/(components\/schemas\/)?/, '')
    .replace('/content/application~1json', '/json')
    .replace('/properties/', '/')
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const whole = steps.join('/');
  if (whole.length <= POINTER_WIDTH) return whole;
  const last = steps.pop() ?? '';
  while (steps.length > 1 && `${steps.join('/')}/…/${last}`.length > POINTER_WIDTH) steps.pop();
  return `${steps.join('/')}/…/${last}`;
}

/** The cases; many that share all but the last part of their names as `beginning.* (count)`. */
function grouped(cases: readonly string[]): readonly string[] {
  const beginning = (name: string) => name.replace(/[^.]+$/, '*');
  const alike = (name: string) => cases.filter((other) => beginning(other) === beginning(name)).length;
  const lines = cases.map((name) => (alike(name) < MANY ? name : `${beginning(name)} (${alike(name)})`));
  return [...new Set(lines)];
}

function share({ statements, questions }: Ledger, document: unknown): string[] {
  const carried = statements.filter(({ contract: all }) => resolvable(all, document).length === all.length);
  const checked = statements.filter(({ cases }) => cases.length > 0);
  const unchecked = statements.length - checked.length;
  const asked = questions.filter(({ cases }) => cases.length > 0);
  return [
    `statements carried by the contract   ${carried.length}/${statements.length}`,
    `statements checked by a case         ${checked.length}/${statements.length} (${unchecked} cannot be checked by a request; source.yaml says why)`,
    `questions asked by a case            ${asked.length}/${questions.length} (source.yaml says why the others are not)`,
  ];
}
