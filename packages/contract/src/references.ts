import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Ledger } from './ledger.ts';
import { placeAt } from './ledger-pointer.ts';
import { valueAt } from './readings/place.ts';

/** Reads the contract as it is written by hand, before bundling: the document that the ledger's pointers point into. */
export async function loadHandwrittenContract(): Promise<unknown> {
  return parse(
    await readFile(new URL(import.meta.resolve('@ax-cloud/channel-spec/openapi-source.yaml')), 'utf8'),
  );
}

/**
 * Follows a pointer of the ledger into the contract, see {@link placeAt}.
 *
 * @returns the node, or undefined when the pointer leads nowhere
 */
export function followPointer(contract: unknown, pointer: string): unknown {
  const place = placeAt(contract, pointer);
  return place === undefined ? undefined : valueAt(contract, place);
}

/** Those of the pointers that lead to a node of the contract. */
export function resolvable(pointers: readonly string[], contract: unknown): string[] {
  return pointers.filter((pointer) => followPointer(contract, pointer) !== undefined);
}

/**
 * Finds the pointers of the ledger that lead nowhere. Lint checks the ids that it names.
 *
 * @returns one sentence for each, with where it stands and what to do; empty when all is well
 */
export function brokenPointers({ statements, questions }: Ledger, contract: unknown): string[] {
  return [
    ...statements.flatMap((one) => deadPointers(`Statement "${one.id}"`, one.contract, contract)),
    ...questions.flatMap((one) => deadPointers(`Question "${one.id}"`, one.contract, contract)),
  ];
}

function deadPointers(where: string, pointers: readonly string[], contract: unknown): string[] {
  const alive = new Set(resolvable(pointers, contract));
  return pointers
    .filter((pointer) => !alive.has(pointer))
    .map(
      (pointer) =>
        `${where} points at ${pointer}, where openapi.yaml has nothing. Correct the pointer in source.yaml, or restore the node.`,
    );
}
