import { loadContract } from '@ax-cloud/contract/contract';
import { type Ledger, loadLedger } from '@ax-cloud/contract/ledger';
import { brokenPointers, loadHandwrittenContract, resolvable } from '@ax-cloud/contract/references';
import { table } from '@ax-cloud/contract/table';
import type { Case } from './cases/case.ts';
import { allCases } from './cases/load.ts';
import { unlistedStatements } from './cases/unlisted-fields.ts';

/** The widest pointer in the table: with the longest names, a row stays within 120 columns. */
const POINTER_WIDTH = 48;

/** From this many on, cases with the same beginning share one line. */
const MANY = 4;

/**
 * Prints what the contract rests on: each statement of the page with its nodes in the contract and the cases that prove it, each
 * question with the reading taken and the cases that ask it, and how many of both are covered.
 */
const ledger = await loadLedger();
const contract = await loadHandwrittenContract();
const bundled = await loadContract();
const cases = allCases(bundled);
const broken = [...brokenPointers(ledger, contract), ...unknownIds(cases, ledger)];

console.log(
  [
    `"${ledger.page.title}", version ${ledger.page.version}`,
    '',
    ...table(
      ['statement', 'contract', 'checked by'],
      ledger.statements.map(({ id, contract: pointers }) => [
        [id],
        pointers.map(readable),
        grouped(proving(id), '– no request can'),
      ]),
    ),
    '',
    ...table(
      ['question', 'kind', 'reading taken', 'asked by'],
      ledger.questions.map(({ id, kind, taken }) => [[id], [kind], [taken], grouped(asking(id), '– nobody')]),
    ),
    '',
    ...shares(ledger),
  ].join('\n'),
);

for (const problem of broken) console.error(problem);
if (broken.length > 0) process.exitCode = 1;

function proving(statement: string): string[] {
  return cases.filter(({ proves }) => proves.includes(statement)).map(({ id }) => id);
}

function asking(question: string): string[] {
  return cases.filter(({ asks }) => asks.includes(question)).map(({ id }) => id);
}

/** One sentence for each statement and question that a case names but the ledger does not have. */
function unknownIds(all: readonly Case[], { statements, questions }: Ledger): string[] {
  const missing = (
    ids: readonly string[],
    entries: readonly { id: string }[],
    what: (id: string) => string,
  ) =>
    ids
      .filter((id) => !entries.some((entry) => entry.id === id))
      .map(
        (id) => `${what(id)}, which does not exist. Correct the name at the case, or add it to source.yaml.`,
      );
  const isUnlisted = unlistedStatements(bundled, { statements });
  return all.flatMap(({ id, proves, asks }) => [
    ...missing(
      proves.filter((name) => !isUnlisted(name)),
      statements,
      (name) => `Case "${id}" proves the statement "${name}"`,
    ),
    ...missing(asks, questions, (name) => `Case "${id}" asks the question "${name}"`),
  ]);
}

/** A pointer for a reader: without the common beginning, and without its middle if it is long. */
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

/** The cases. Many that differ only in the last part of their names become `beginning.* (count)`. */
function grouped(ids: readonly string[], none: string): readonly string[] {
  const beginning = (id: string) => id.replace(/[^.]+$/, '*');
  const alike = (id: string) => ids.filter((other) => beginning(other) === beginning(id)).length;
  const lines = ids.map((id) => (alike(id) < MANY ? id : `${beginning(id)} (${alike(id)})`));
  return lines.length > 0 ? [...new Set(lines)] : [none];
}

function shares({ statements, questions }: Ledger): string[] {
  const carried = statements.filter(({ contract: all }) => resolvable(all, contract).length === all.length);
  const checked = statements.filter(({ id }) => proving(id).length > 0);
  const asked = questions.filter(({ id }) => asking(id).length > 0);
  const unchecked = statements.length - checked.length;
  return [
    `statements carried by the contract   ${carried.length}/${statements.length}`,
    `statements checked by a case         ${checked.length}/${statements.length} (${unchecked} cannot be checked by a request; source.yaml says why)`,
    `questions asked by a case            ${asked.length}/${questions.length} (source.yaml says why the others are not)`,
  ];
}
