import { loadContract } from '@ax-cloud/contract/contract';
import { loadLedger, type Statement } from '@ax-cloud/contract/ledger';
import { expect, test } from 'vitest';
import { allCases } from '../src/cases/load.ts';
import { unlistedStatements } from '../src/cases/unlisted-fields.ts';
import { CASE_SOURCES } from './case-sources.ts';

const { statements, questions } = await loadLedger();
const contract = await loadContract();
const cases = allCases(contract);
const proven = new Set(cases.flatMap(({ proves }) => proves));
const asked = new Set(cases.flatMap(({ asks }) => asks));

/** Whether the sources have a case that asks the question, even if the contract lacks its subject. */
const isWritten = (id: string) => new RegExp(`[\\s{,']${id}'?[:,;\\]\\s]`).test(CASE_SOURCES);

test('every statement that a case proves exists, except for a field that the page lists under another name', () => {
  const known = new Set(statements.map(({ id }) => id));
  const isOfUnlisted = unlistedStatements(contract, { statements });
  expect([...proven].filter((id) => !known.has(id) && !isOfUnlisted(id))).toEqual([]);
});

test('every question that a case asks exists', () => {
  const known = new Set(questions.map(({ id }) => id));
  expect([...asked].filter((id) => !known.has(id))).toEqual([]);
});

/** Whether the contract has the field that the statement is about; true for a statement about no field. */
function hasField({ place }: Statement): boolean {
  const [, row] = /Body Parameter, row (\w+)/.exec(place) ?? [];
  return row === undefined || contract.request.fields.some(({ name }) => name === row);
}

test('every statement is proven by a case, `unchecked`, contradicted, or about a field that the contract lacks', () => {
  const neither = statements.filter(
    (one) =>
      !proven.has(one.id) && one.unchecked === undefined && one.contradictedBy === undefined && hasField(one),
  );
  expect(neither.map(({ id }) => id)).toEqual([]);
});

test('no case proves a statement that is `unchecked`', () => {
  const both = statements.filter(({ id, unchecked }) => proven.has(id) && unchecked !== undefined);
  expect(both.map(({ id }) => id)).toEqual([]);
});

test('every question is settled, asked by a case, or `unasked`', () => {
  const neither = questions.filter(
    ({ id, settled, unasked }) =>
      settled === undefined && unasked === undefined && !asked.has(id) && !isWritten(id),
  );
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
