import { CommandError } from '@ax-cloud/contract/command-error';
import type { Case } from './case.ts';

/**
 * Picks cases by id, by the beginning of an id up to a dot, or by need. Where a picked case needs an order that is
 * cancelled, the run cancels one for it.
 *
 * @param only nothing picks all
 * @throws {CommandError} naming what matches no case
 */
export function select(cases: readonly Case[], only: readonly string[]): Case[] {
  if (only.length === 0) return [...cases];
  const unknown = only.filter((name) => !cases.some((one) => matches(one, name)));
  if (unknown.length > 0) {
    throw new CommandError(
      `--only ${unknown.join(', ')} matches no case. "pnpm contract --list" lists them.`,
    );
  }
  return cases.filter((one) => only.some((name) => matches(one, name)));
}

function matches({ id, needs }: Case, name: string): boolean {
  return id === name || id.startsWith(`${name}.`) || needs === name;
}
