import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CommandError } from '@ax-cloud/contract/command-error';

/** The contract and the scenarios that the mock comes with. Its build puts them beside its code. */
export const OWN_CONTRACT = ownFile('openapi.json');
export const OWN_SCENARIOS = ownFile('scenarios.json');

/**
 * Reads one of the files that the mock comes with.
 *
 * @throws {CommandError} when it is not there
 */
export function readOwnFile(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause) => {
    throw new CommandError(
      `${path} is missing. Install the package again, or build it with ` +
        '"pnpm exec turbo run build --filter=@ax-cloud/channel-mock".',
      { cause },
    );
  });
}

/** The built mock may be in a folder of any name. The sources, which are TypeScript, use the files of the last build. */
function ownFile(name: string): string {
  const folder = import.meta.url.endsWith('.ts') ? '../dist/' : './';
  return fileURLToPath(new URL(folder + name, import.meta.url));
}
