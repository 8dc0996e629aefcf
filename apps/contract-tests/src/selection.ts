import { join } from 'node:path';
import { CommandError } from '@ax-cloud/contract/command-error';
import { columns } from '@ax-cloud/contract/table';
import { type Case, titleOf } from './cases/case.ts';
import { failedCases, readReport } from './report/read-report.ts';

/** Which cases a command selects. */
interface Selection {
  /** Ids, beginnings of ids up to a dot, needs, levels, or `@failed`; empty for all cases. */
  only: readonly string[];
  /** As vitest's `-t`: a regular expression for the titles, which begin with the ids. */
  pattern: string | undefined;
}

/**
 * Selects cases. If a selected case needs a cancelled order, the run cancels one for it.
 *
 * @returns the cases, and `only` with `@failed` replaced by ids
 * @throws {CommandError} naming what matches no case
 */
export function selectCases(
  all: readonly Case[],
  { only: names, pattern }: Selection,
  env: NodeJS.ProcessEnv,
): { cases: Case[]; only: string[] } {
  const only = names.flatMap((name) => (name === '@failed' ? failedBefore(env) : name));
  const matches = ({ id, needs, level }: Case, name: string) =>
    id === name || id.startsWith(`${name}.`) || needs === name || level === name;
  const unknown = only.filter((name) => !all.some((one) => matches(one, name)));
  if (unknown.length > 0) throw noMatch(`--only ${unknown.join(', ')}`);
  const picked = all.filter((one) => only.length === 0 || only.some((name) => matches(one, name)));
  const titled = toRegExp(pattern);
  const cases = picked.filter((one) => titled.test(titleOf(one)));
  if (cases.length === 0) throw noMatch(`-t ${pattern}`);
  return { cases, only };
}

function noMatch(what: string): CommandError {
  return new CommandError(`${what} matches no case. "pnpm contract --list" lists them.`);
}

function toRegExp(pattern = ''): RegExp {
  try {
    return new RegExp(pattern);
  } catch {
    throw new CommandError(`-t ${pattern} is not a regular expression. Escape its special characters.`);
  }
}

/** The cases that failed in the last report. @throws {CommandError} when there is none */
function failedBefore({ AX_REPORT_DIR: folder }: NodeJS.ProcessEnv): string[] {
  if (!folder)
    throw new CommandError('--only @failed reads the last report: set AX_REPORT_DIR to its folder.');
  const failed = failedCases(readReport(join(folder, 'contract.json')));
  if (failed.length === 0) throw new CommandError(`No case failed in ${join(folder, 'contract.json')}.`);
  return failed;
}

/** A line for each case: id, level, need and title. */
export function listCases(cases: readonly Case[]): string[] {
  return columns(cases.map(({ id, level, needs, title }) => [id, level, needs, title.en]));
}
