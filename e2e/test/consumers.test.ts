import { rm } from 'node:fs/promises';
import { describe, expect, inject, test } from 'vitest';
import { CONSUMERS, installConsumer, runInConsumer } from '../src/consumers.ts';
import { startPlaces } from '../src/places.ts';

/** Enough for an installation from a registry and a build by other people's tools, on a busy machine. */
const LIMIT_MS = 30 * 60_000;

describe('the packed client in the project of a channel:', () => {
  test.for(CONSUMERS)('$title', { timeout: LIMIT_MS }, async (consumer, { skip }) => {
    const installed = await installConsumer(consumer, inject('consumer'));
    if ('missing' in installed) return skip(installed.missing);
    const { places, expected, requests, close } = await startPlaces();
    try {
      await runInConsumer(installed.at, 'npm', ['run', 'build']);
      await runInConsumer(installed.at, 'npm', ['test'], {
        AX_API_KEY: 'key',
        AX_BASE_URL: places.mock,
        AX_ORDER: places.order,
        AX_UNKNOWN_ORDER: places.unknownOrder,
      });
      expect(requests).toEqual(expected.requests.slice(0, 2));
    } finally {
      await close();
      await rm(installed.at, { recursive: true });
    }
  });
});
