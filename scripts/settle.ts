/**
 * `pnpm settle`: changes the contract to the answers of a run against a server, or of AX Cloud. It works in a copy first: the
 * repository gets all of the changes or none. A person reviews and commits them.
 */
import { CommandError } from '@ax-cloud/contract/command-error';
import { readCommandLine } from '@ax-cloud/contract/command-line';
import { type Ledger, loadLedger } from '@ax-cloud/contract/ledger';
import type { Answer } from '@ax-cloud/contract/settle/answer';
import { createScratch } from './changes/scratch.ts';
import { answersOfReport, confirmedAnswers } from './settle/answers.ts';
import { type CurrentContract, readReport } from './settle/report.ts';
import { bundleContract, settleCopy } from './settle/settle-copy.ts';
import { summarize } from './settle/summary.ts';
import { applyPatch, patchOf, requireCleanTree } from './settle/tree.ts';

const USAGE = `pnpm settle report/contract.json [--only question,…] [--dry-run]
pnpm settle question=reading … --because "what AX Cloud said, and where" [--dry-run]`;

try {
  await settle(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function settle(args: readonly string[]): Promise<void> {
  const given = readArguments(args);
  if (given === undefined) return console.log(USAGE);
  const { named, only, because, dryRun } = given;
  requireCleanTree();
  const ledger = await loadLedger();
  const today = new Date().toISOString().slice(0, 10);
  const confirmed = because === undefined ? undefined : confirmedAnswers(named, because, today, ledger);
  const scratch = await createScratch('settle');
  try {
    const contract = await bundleContract(scratch);
    const answers = confirmed ?? (await reportAnswers(named, only, contract, ledger));
    if (answers.length === 0) {
      console.log('No open question is answered, so there is nothing to settle.');
      return;
    }
    const settlement = await settleCopy(scratch, answers);
    console.log(patchOf(scratch, { color: process.stdout.isTTY === true }));
    if (!dryRun) applyPatch(patchOf(scratch));
    console.log(summarize(answers, ledger, settlement, dryRun));
  } finally {
    await scratch.remove();
  }
}

async function reportAnswers(
  [path = '']: readonly string[],
  only: readonly string[],
  contract: CurrentContract,
  ledger: Ledger,
): Promise<Answer[]> {
  return answersOfReport(await readReport(path, contract), ledger, only);
}

/**
 * @returns undefined for `--help`
 * @throws {CommandError} if the arguments do not fit the usage
 */
function readArguments(args: readonly string[]) {
  const { values, positionals: named } = readCommandLine(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        only: { type: 'string' },
        because: { type: 'string' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    `\n${USAGE}`,
  );
  if (values.help) return undefined;
  const because = values.because?.trim();
  const byMail = named.length > 0 && named.every((name) => /^[a-z0-9-]+=/.test(name));
  const refuse = (reason: string) => {
    throw new CommandError(`${reason}.\n${USAGE}`);
  };
  if (byMail && !because) refuse('An answer by mail needs --because "what AX Cloud said, and where"');
  if (because !== undefined && !byMail) refuse('--because goes with question=reading');
  if (!byMail && named.length !== 1) refuse('Give one report');
  if (byMail && values.only !== undefined) refuse('--only goes with a report');
  const only = (values.only ?? '').split(',').map((one) => one.trim());
  return { named, only: only.filter((one) => one !== ''), because, dryRun: values['dry-run'] ?? false };
}
