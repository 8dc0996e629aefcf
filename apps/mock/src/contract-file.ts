import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { CommandError } from '@ax-cloud/contract/command-error';
import { type Contract, readContract } from '@ax-cloud/contract/contract';
import { OWN_CONTRACT, readOwnFile } from './own-files.ts';

/** A contract cannot be used. The cause says why. */
export class ContractError extends CommandError {
  override name = 'ContractError';

  constructor(cause: unknown) {
    super(`The contract cannot be used: ${reasonOf(cause)}.`, { cause });
  }
}

/** How long after the last write a file is read, in milliseconds: programs write files in several steps. */
const SETTLE_MS = 100;

/**
 * Reads the contract that the mock comes with.
 *
 * @throws {CommandError} when it has not been built yet
 */
export async function readOwnContract(): Promise<Contract> {
  return readContract(JSON.parse(await readOwnFile(OWN_CONTRACT)));
}

/**
 * Reads a bundled contract.
 *
 * @throws {CommandError} when it is missing, is not JSON, or lacks what the mock reads in it
 */
export async function readContractFile(path: string): Promise<Contract> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new CommandError(`The contract cannot be read: ${cause.message}. Correct --contract.`, { cause });
  });
  try {
    return readContract(JSON.parse(text));
  } catch (cause) {
    throw unusable(path, cause);
  }
}

/** Says in one line why a contract cannot be used, and what to do. */
export function unusable(path: string, cause: unknown): CommandError {
  return new CommandError(
    `${path} cannot be used as the contract: ${reasonOf(cause)}. ` +
      'It has to be a bundle in JSON that passes lint, such as spec/dist/openapi.json.',
    { cause },
  );
}

/** The reason in one line, without a full stop. */
function reasonOf(cause: unknown): string {
  // A part that the lint rules demand but that is missing causes a TypeError with an unhelpful text.
  if (!(cause instanceof Error) || cause instanceof TypeError) return 'a part that it must have is missing';
  return cause.message.replaceAll(/\s+/g, ' ').replace(/\.$/, '');
}

/**
 * Calls `onChange` after each save of a file. Watches its folder, because a watch on the file ends when the file is replaced.
 *
 * @returns stops watching
 */
export function watchContractFile(path: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(dirname(path), (_, file) => {
    if (file !== basename(path)) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLE_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
