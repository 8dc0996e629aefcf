import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CommandError } from '@ax-cloud/contract/command-error';

/** The contract and the scenarios that the mock comes with, which its build puts beside its code. */
export const OWN_CONTRACT = ownFile('openapi.json');
export const OWN_SCENARIOS = ownFile('scenarios.yaml');

/**
 * Reads one of the files that the mock comes with.
 *
 * @throws {CommandError} when it has not been built yet
 */
export function readOwnFile(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause) => {
    throw new CommandError(
      `${path} is missing. Run "pnpm exec turbo run build --filter=@ax-cloud/channel-mock".`,
      { cause },
    );
  });
}

/** Seen from a module in `src` or in `dist`. */
function ownFile(name: string): string {
  return fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
}
