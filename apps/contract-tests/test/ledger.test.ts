import { loadContract } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { expect, test } from 'vitest';
import { allCases } from '../src/cases/load.ts';

const { statements, questions } = await loadLedger();
const cases = allCases(await loadContract());
const proven = new Set(cases.flatMap(({ proves }) => proves));
const asked = new Set(cases.flatMap(({ asks }) => asks));

test('every statement that a case proves exists', () => {
  const known = new Set(statements.map(({ id }) => id));
  expect([...proven].filter((id) => !known.has(id))).toEqual([]);
});

test('every question that a case asks exists', () => {
  const known = new Set(questions.map(({ id }) => id));
  expect([...asked].filter((id) => !known.has(id))).toEqual([]);
});

test('every statement is proven by a case, or says in `unchecked` why none can', () => {
  const neither = statements.filter(({ id, unchecked }) => !proven.has(id) && unchecked === undefined);
  expect(neither.map(({ id }) => id)).toEqual([]);
});

test('no case proves a statement that is `unchecked`', () => {
  const both = statements.filter(({ id, unchecked }) => proven.has(id) && unchecked !== undefined);
  expect(both.map(({ id }) => id)).toEqual([]);
});

test('every question is asked by a case, or says in `unasked` why none does', () => {
  const neither = questions.filter(({ id, unasked }) => !asked.has(id) && unasked === undefined);
  expect(neither.map(({ id }) => id)).toEqual([]);
});

test('no case asks a question that is `unasked`', () => {
  const both = questions.filter(({ id, unasked }) => asked.has(id) && unasked !== undefined);
  expect(both.map(({ id }) => id)).toEqual([]);
});

test('every case proves a statement or asks a question', () => {
  const idle = cases.filter(({ proves, asks }) => proves.length === 0 && asks.length === 0);
  expect(idle.map(({ id }) => id)).toEqual([]);
});
