import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { pointerSteps } from './expression.ts';
import type { Ledger } from './ledger.ts';

/** Reads the contract as it is written by hand, before bundling: the document that the ledger's pointers point into. */
export async function loadHandwrittenContract(): Promise<unknown> {
  return parse(
    await readFile(new URL(import.meta.resolve('@ax-cloud/channel-spec/openapi-source.yaml')), 'utf8'),
  );
}

/**
 * Follows a pointer of the ledger into the contract. It is a JSON pointer (RFC 6901) in which an edit of the contract shifts
 * nothing: `#operation` is the contract's one operation, whatever its path; the response `success` is the one with
 * `x-echoes`; and an item of a list is named by its value, its `name`, its `x-environment` or its `label`.
 *
 * @returns the node, or undefined when the pointer leads nowhere
 */
export function followPointer(contract: unknown, pointer: string): unknown {
  const inOperation = pointer.startsWith('#operation');
  const start = inOperation ? firstOf(firstOf(child(contract, 'paths'))) : contract;
  return pointerSteps(pointer.replace(/^#(operation)?/, '')).reduce<unknown>(child, start);
}

function child(node: unknown, key: string): unknown {
  if (Array.isArray(node)) return node.find((item) => namesOf(item).includes(key));
  if (typeof node !== 'object' || node === null) return undefined;
  if (Object.hasOwn(node, key)) return (node as Record<string, unknown>)[key];
  return key === 'success'
    ? Object.values(node).find((one) => child(one, 'x-echoes') !== undefined)
    : undefined;
}

/** By what an item of a list can be named. */
function namesOf(item: unknown): unknown[] {
  if (typeof item !== 'object' || item === null) return [String(item)];
  return [child(item, 'name'), child(item, 'x-environment'), child(item, 'label'), ...Object.keys(item)];
}

function firstOf(node: unknown): unknown {
  return Object.values(Object(node))[0];
}

/** The pointers that lead to a node of the contract, out of those given. */
export function resolvable(pointers: readonly string[], contract: unknown): string[] {
  return pointers.filter((pointer) => followPointer(contract, pointer) !== undefined);
}

/**
 * Finds what the ledger refers to and what does not exist.
 *
 * @returns one sentence for each broken reference, with where it stands and what to do; empty when all is well
 */
export function brokenReferences(ledger: Ledger, contract: unknown): string[] {
  const questions = new Set(ledger.questions.map(({ id }) => id));
  const evidence = new Set(ledger.evidence.map(({ id }) => id));
  return [
    ...ledger.statements.flatMap((statement) => [
      ...deadPointers(`Statement "${statement.id}"`, statement.contract, contract),
      ...missing(`Statement "${statement.id}"`, 'question', statement.questions ?? [], questions),
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
