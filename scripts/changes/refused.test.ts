import { describe, test } from 'vitest';
import { loadRefusedChanges } from './change.ts';
import { proveRefused } from './prove-refused.ts';
import { createQueue } from './queue.ts';

const changes = await loadRefusedChanges();
const queue = createQueue();

describe.concurrent('lint refuses in one line that names the place and what to do:', () => {
  test.for(changes)('$sentence', async (change, { expect }) => {
    expect(await queue(() => proveRefused(change))).toEqual([]);
  });
});
