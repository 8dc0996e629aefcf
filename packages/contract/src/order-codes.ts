import { randomInt, randomUUID } from 'node:crypto';
import type { Contract } from './contract.ts';
import { documentedExamples } from './refusals.ts';
import { allowsOrderCode } from './schema-check.ts';

/** So many codes are tried for each that is wanted. */
const TRIES = 20;

/**
 * Makes up codes of orders for a mock, in the form that the contract demands: UUIDs where it allows them, or else codes that
 * are written like its example. None of them provokes a documented refusal.
 *
 * @returns fewer where there are not so many
 */
export function makeOrderCodes(contract: Contract, count: number): string[] {
  const example = String(contract.orderCode.example);
  const taken = new Set(documentedExamples(contract).flatMap(({ provokedBy }) => Object.values(provokedBy)));
  const make = allowsOrderCode(contract, randomUUID()) ? () => randomUUID() : () => alike(example);
  const codes = new Set<string>();
  for (let tried = 0; tried < count * TRIES && codes.size < count; tried += 1) {
    const code = make();
    if (!taken.has(code) && allowsOrderCode(contract, code)) codes.add(code);
  }
  return [...codes];
}

/** Another text with a digit where there is a digit and a letter where there is a letter. */
function alike(example: string): string {
  return example
    .replace(/\d/g, () => String(randomInt(1, 10)))
    .replace(/[a-f]/g, () => 'abcdef'.charAt(randomInt(6)))
    .replace(/[g-z]/g, () => 'ghijklmnopqrstuvwxyz'.charAt(randomInt(20)));
}
