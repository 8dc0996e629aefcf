import type { Ledger } from '@ax-cloud/contract/ledger';
import type { Answer } from '@ax-cloud/contract/settle/answer';
import type { Settlement } from './settle-copy.ts';

/** Says what was settled, what is left for a person, and what to do next. */
export function summarize(
  answers: readonly Answer[],
  { questions }: Ledger,
  { version, left }: Settlement,
  dryRun: boolean,
): string {
  const lines = answers.map(({ question, reading, settled }) => {
    const entry = questions.find(({ id }) => id === question);
    const text = entry?.readings.find(({ id }) => id === reading)?.text.en.trim();
    const now = entry?.taken === reading ? 'as the contract had it' : `${reading}, not ${entry?.taken}`;
    return `  ${question}: ${now} (${settled.as}). ${text}`;
  });
  const undecided =
    left.length === 0 ? [] : ['', 'For a person to decide:', ...left.map((line) => `  ${line}`)];
  return [
    `${dryRun ? 'Would settle' : 'Settled'} ${answers.length} of the ledger's questions:`,
    ...lines,
    ...undecided,
    '',
    version.before === version.after
      ? `The contract stays at ${version.after}, which fits the change.`
      : `The contract goes from ${version.before} to ${version.after}.`,
    dryRun
      ? 'Nothing was written. Leave out --dry-run to settle.'
      : 'Nothing is committed. Read the diff, decide what is left, run "pnpm test", and commit.',
  ].join('\n');
}
