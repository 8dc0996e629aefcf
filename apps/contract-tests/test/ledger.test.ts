import { loadContract } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { expect, test } from 'vitest';
import { deriveCases } from '../src/cases.ts';

const { statements, questions } = await loadLedger();
const named = new Set([...statements, ...questions].flatMap(({ cases }) => cases));
const existing = new Set(deriveCases(await loadContract()).map(({ id }) => id));

test('every case that the ledger names exists', () => {
  expect([...named].filter((id) => !existing.has(id))).toEqual([]);
});

test('every case checks a statement or asks a question of the ledger', () => {
  expect([...existing].filter((id) => !named.has(id))).toEqual([]);
});
