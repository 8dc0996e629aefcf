import { readFileSync } from 'node:fs';
import { type Contract, loadContract } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { loadReadings } from '@ax-cloud/contract/readings/load-readings';
import { expect, test } from 'vitest';
import { allCases } from '../src/cases/load.ts';
import { CASE_SOURCES } from './case-sources.ts';

// Case ids should not change, because reports, CI and e-mails name them.

const contract = await loadContract();
const readings = await loadReadings(await loadLedger());
const listed = readFileSync(new URL('ids.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
/** The contract as it is, and in each other reading of the page. */
const contracts = [
  { name: 'the contract', one: contract },
  ...readings.all.map(({ question, reading }) => ({
    name: `${question}=${reading}`,
    one: readings.apply(contract, { [question]: reading }),
  })),
];

/** The case ids of a contract, with an asterisk in place of each name from the contract. */
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

test.each(contracts)('ids.txt lists every case id of $name (add the id of a new case)', ({ one }) => {
  const ids = one === undefined ? [] : idsOf(one);
  expect(ids.length).toBeGreaterThan(100);
  expect(ids.filter((id) => !listed.includes(id))).toEqual([]);
});

test('ids.txt is sorted and has no duplicates', () => {
  expect(listed).toEqual([...new Set(listed)].toSorted());
});

test('each id in ids.txt has a case (remove the id of a deleted case)', () => {
  const written = new Set(CASE_SOURCES.replace(/\$?\{[^{}\n]*\}/g, '*').split(/[^\w.*-]+/));
  expect(listed.filter((id) => !written.has(id))).toEqual([]);
});

test('no two cases have the same id', () => {
  const ids = allCases(contract).map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
