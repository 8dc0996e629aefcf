import { readFileSync } from 'node:fs';
import { type Contract, loadContract } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { loadReadings } from '@ax-cloud/contract/readings/load-readings';
import { expect, test } from 'vitest';
import { allCases } from '../src/cases/load.ts';
import { CASE_SOURCES } from './case-sources.ts';

// Ids of cases should not change, because reports, CI and mails name them.

const contract = await loadContract();
const readings = await loadReadings(await loadLedger());
const listed = readFileSync(new URL('ids.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
/** The contract, and what each other reading of the page makes of it. */
const contracts = [
  { name: 'the contract', one: contract },
  ...readings.all.map(({ question, reading }) => ({
    name: `${question}=${reading}`,
    one: readings.apply(contract, { [question]: reading }),
  })),
];

/** The ids of a contract's cases, with an asterisk for each name that is the contract's own. */
function idsOf(one: Contract): string[] {
  const names = [
    ...one.request.fields.map(({ name }) => name),
    ...Object.keys(one.request.examples),
    ...one.headers.map(({ name }) => name.toLowerCase()),
  ];
  return allCases(one).map(({ id }) =>
    names.reduce(
      (text, name) => text.replace(new RegExp(`(?<=\\.|without-)${name}(?=\\.|-absent$|$)`), '*'),
      id,
    ),
  );
}

test.each(contracts)('ids.txt lists the ids of $name; add the id of a new case there', ({ one }) => {
  const ids = one === undefined ? [] : idsOf(one);
  expect(ids.length).toBeGreaterThan(100);
  expect(ids.filter((id) => !listed.includes(id))).toEqual([]);
});

test('ids.txt is in the order of the alphabet', () => {
  expect(listed).toEqual([...new Set(listed)].toSorted());
});

test('each id of ids.txt is written at a case; take the id of a case that is gone out there', () => {
  const written = new Set(CASE_SOURCES.replace(/\$?\{[^{}]*\}/g, '*').split(/[^\w.*-]+/));
  expect(listed.filter((id) => !written.has(id))).toEqual([]);
});

test('no two cases have the same id', () => {
  const ids = allCases(contract).map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
