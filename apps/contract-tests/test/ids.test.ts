import { readFileSync } from 'node:fs';
import { loadContract } from '@ax-cloud/contract/contract';
import { expect, test } from 'vitest';
import { allCases } from '../src/cases/load.ts';

const ids = allCases(await loadContract()).map(({ id }) => id);

// Ids of cases should not change, because reports, CI and mails name them.
test('the cases have the ids that ids.txt lists; add the id of a new case there', () => {
  const listed = readFileSync(new URL('ids.txt', import.meta.url), 'utf8');
  expect(`${ids.toSorted().join('\n')}\n`).toBe(listed);
});

test('no two cases have the same id', () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
