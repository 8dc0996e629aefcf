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
 * Finds what the ledger refers to but does not exist.
 *
 * @returns one sentence for each broken reference, with where it stands and what to do; empty when all is well
 */
export function brokenReferences(ledger: Ledger, contract: unknown): string[] {
  const questions = new Set(ledger.questions.map(({ id }) => id));
  const settled = new Set(ledger.questions.flatMap((question) => (question.settled ? [question.id] : [])));
  const evidence = new Set(ledger.evidence.map(({ id }) => id));
  return [
    ...ledger.statements.flatMap((statement) => [
      ...deadPointers(`Statement "${statement.id}"`, statement.contract, contract),
      ...missing(`Statement "${statement.id}"`, 'question', statement.questions ?? [], questions),
      ...missing(`Statement "${statement.id}"`, 'settled question', one(statement.contradictedBy), settled),
    ]),
    ...ledger.questions.flatMap((question) => [
      ...deadPointers(`Question "${question.id}"`, question.contract, contract),
      ...missing(`Question "${question.id}"`, 'evidence', question.evidence, evidence),
      ...missing(
        `Question "${question.id}"`,
        'reading',
        [question.taken],
        new Set(question.readings.map(({ id }) => id)),
      ),
    ]),
  ];
}

function one(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
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
