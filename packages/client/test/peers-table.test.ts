import { readFile } from 'node:fs/promises';
import { replaceBetweenMarkers } from '@ax-cloud/contract/scenario-table';
import { expect, test } from 'vitest';
import { PEERS_BLOCK, type PeersResult, writePeers } from './faults/peers.ts';

const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8');

test.each([['README.md', 'en'] as const, ['README.ko.md', 'ko'] as const])(
  '%s has the table of the last comparison with other libraries',
  async (path, language) => {
    const result: PeersResult = JSON.parse(await read('../../bench/faults-result.json'));
    const readme = await read(path);
    expect(replaceBetweenMarkers(readme, PEERS_BLOCK, writePeers(result, language))).toBe(readme);
  },
);

test('by that table, this client had no false success, sent nothing elsewhere, and showed no key', async () => {
  const { rows }: PeersResult = JSON.parse(await read('../../bench/faults-result.json'));
  expect(rows[0]).toMatchObject({
    falseSuccess: [],
    elsewhere: [],
    keyShown: [],
    sentAgain: [],
    noResult: [],
  });
});
