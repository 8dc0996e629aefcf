import { parseOverlay } from '@ax-cloud/contract/readings/overlay';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFollowedChanges } from './change.ts';
import { proveFollowed } from './prove-followed.ts';
import { createQueue } from './queue.ts';
import { failures } from './step.ts';

const NOTHING = parseOverlay('overlay: 1.1.0\ninfo: { title: Nothing, version: 1.0.0 }\nactions: []\n');
const changes = await loadFollowedChanges();
const queue = createQueue();

/** How many cases the contract tests skip for the unchanged contract. */
let skipped: number | undefined;

beforeAll(async () => {
  const proof = await proveFollowed({ name: 'unchanged', overlay: NOTHING, texts: NOTHING });
  expect(failures(proof.steps), 'the unchanged contract').toEqual([]);
  skipped = proof.found?.skipped;
}, 600_000);

describe.concurrent('every part follows the change:', () => {
  test.for(changes)('$sentence', async (change, { expect }) => {
    const { steps } = await queue(() => proveFollowed(change, skipped));
    expect(failures(steps)).toEqual([]);
  });
});
