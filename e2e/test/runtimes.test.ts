import { afterAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser, runInBrowser } from '../src/browser.ts';
import { type Places, startPlaces } from '../src/places.ts';
import { runProgram } from '../src/run-program.ts';
import { RUNTIMES } from '../src/runtimes.ts';
import { describeMissing } from '../src/tools.ts';
import { runInWorkerd, workerd } from '../src/workerd.ts';

const consumer = inject('consumer');
const browser = await launchBrowser();
afterAll(() => browser?.close());

interface Expected {
  identity: RegExp;
  refused: 'not_sent' | 'unknown';
}

/** Runs the calls against a mock of their own, and checks what came of each and what the mock was sent. */
async function expectResponses(
  { identity, refused }: Expected,
  run: (places: Places) => Promise<unknown>,
): Promise<void> {
  const { places, expected, requests, close } = await startPlaces();
  try {
    const { order, unknownOrder, resetting } = places;
    const cancelled = { ok: true, order: expected.order };
    expect(await run(places)).toEqual({
      runtime: expect.stringMatching(identity),
      cancelled,
      notFound: { ok: false, kind: 'not_found', outcome: 'rejected' },
      forbidden: { ok: false, kind: 'forbidden', outcome: 'rejected' },
      redirected: { ok: false, kind: 'redirected', outcome: 'unknown' },
      refused: { ok: false, kind: 'network', outcome: refused },
      raw: expected.raw,
      mockFetch: cancelled,
      mockFetchNotFound: { ok: false, kind: 'not_found', outcome: 'rejected' },
      mockFetchReset: { ok: false, kind: 'network', outcome: 'unknown' },
      sent: [order, unknownOrder, resetting].map(expected.sent),
    });
    // The mock got neither the redirected request nor the three that the mock fetch took.
    expect(requests).toEqual(expected.requests);
  } finally {
    await close();
  }
}

const missing = (installed: unknown) => describeMissing(installed === undefined ? 'it' : undefined);

describe('the packed client tells a cancel from a refusal, a redirect and a lost connection, in the mock fetch as well', () => {
  for (const { name, program, flags, loads, ...expected } of RUNTIMES) {
    for (const load of loads) {
      const file = load === 'import' ? 'import.mjs' : 'require.cjs';
      test.skipIf(program === undefined)(`in ${name}, by ${load}${missing(program)}`, async () => {
        await expectResponses(expected, (places) =>
          runProgram(program ?? '', [...flags, file, JSON.stringify(places)], consumer),
        );
      });
    }
  }

  // Both say only that the connection failed, so the order counts as unknown.
  test.skipIf(workerd === undefined)(`in workerd, by import${missing(workerd)}`, async () => {
    await expectResponses({ identity: /^Cloudflare-Workers$/, refused: 'unknown' }, (places) =>
      runInWorkerd(workerd ?? '', consumer, places),
    );
  });

  test.skipIf(browser === undefined)(`in Chromium, by import${missing(browser)}`, async () => {
    if (browser === undefined) return;
    await expectResponses({ identity: /\bHeadlessChrome\//, refused: 'unknown' }, (places) =>
      runInBrowser(browser, consumer, places),
    );
  });
});
