import { randomInt, randomUUID } from 'node:crypto';
import type { Contract } from './contract.ts';
import { documentedExamples } from './refusals.ts';
import { allowsOrderCode } from './schema-check.ts';

/** How many codes are tried for each one that is wanted. */
const TRIES = 20;

/**
 * Makes up order codes for a mock, in the form that the contract demands: UUIDs where it allows them, or else codes that
 * are written like its example. None of them provokes a documented refusal.
 *
 * @returns fewer codes where not enough are found
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

/** A random text with a digit and a letter wherever the example has one. */
function alike(example: string): string {
  return example
    .replace(/\d/g, () => String(randomInt(1, 10)))
    .replace(/[a-f]/g, () => 'abcdef'.charAt(randomInt(6)))
    .replace(/[g-z]/g, () => 'ghijklmnopqrstuvwxyz'.charAt(randomInt(20)));
}
