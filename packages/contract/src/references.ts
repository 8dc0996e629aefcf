import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { resolvePointer } from './expression.ts';
import type { Ledger } from './ledger.ts';

/** Reads the contract as it is written by hand, before bundling: the document that the ledger's pointers point into. */
export async function loadHandwrittenContract(): Promise<unknown> {
  return parse(
    await readFile(new URL(import.meta.resolve('@ax-cloud/channel-spec/openapi-source.yaml')), 'utf8'),
  );
}

/** The pointers that lead to a node of the contract, out of those given. */
export function resolvable(pointers: readonly string[], contract: unknown): string[] {
  return pointers.filter((pointer) => resolvePointer(contract, pointer) !== undefined);
}

/**
 * Finds what the ledger refers to and what does not exist. Contract-test cases are left out: they are known to the
 * suite, which checks them itself, because nothing here may depend on it.
 *
 * @returns one sentence for each broken reference, with where it stands and what to do; empty when all is well
 */
export function brokenReferences(ledger: Ledger, contract: unknown): string[] {
  const questions = new Set(ledger.questions.map(({ id }) => id));
  const witnesses = new Set(ledger.witnesses.map(({ id }) => id));
  return [
    ...ledger.statements.flatMap((statement) => [
      ...deadPointers(`Statement "${statement.id}"`, statement.contract, contract),
      ...missing(`Statement "${statement.id}"`, 'question', statement.questions ?? [], questions),
    ]),
    ...ledger.questions.flatMap((question) => [
      ...deadPointers(`Question "${question.id}"`, question.contract, contract),
      ...missing(`Question "${question.id}"`, 'witness', question.witnesses, witnesses),
      ...missing(
        `Question "${question.id}"`,
        'reading',
        [question.taken],
        new Set(question.readings.map(({ id }) => id)),
      ),
    ]),
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

function missing(where: string, kind: string, ids: readonly string[], known: ReadonlySet<string>): string[] {
  return ids
    .filter((id) => !known.has(id))
    .map(
      (id) =>
        `${where} names the ${kind} "${id}", which does not exist. Correct the name in source.yaml, or add it.`,
    );
}
