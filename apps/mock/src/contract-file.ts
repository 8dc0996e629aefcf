import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type Contract, readContract } from '@ax-cloud/contract/contract';

/** A file cannot be used as the contract. The message names it and says what to do. */
export class ContractFileError extends Error {
  override name = 'ContractFileError';
}

/** What writes a file does so in several steps, in milliseconds. */
const SETTLE_MS = 100;

/**
 * Reads a bundled contract.
 *
 * @throws {ContractFileError} when it is missing, or is no JSON
 */
export async function readContractFile(path: string): Promise<Contract> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new ContractFileError(`The contract cannot be read: ${cause.message}. Correct --contract.`, {
      cause,
    });
  });
  try {
    return readContract(JSON.parse(text));
  } catch (cause) {
    throw new ContractFileError(
      `${path} is no bundled contract: ${cause instanceof Error ? cause.message : cause}. ` +
        'It has to be JSON, such as spec/dist/openapi.json.',
      { cause },
    );
  }
}

/**
 * Calls `onChange` after each save of a file. Its folder is watched, because a file that is replaced rather than written
 * into would be lost.
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
