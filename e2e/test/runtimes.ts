import { afterAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser, runInBrowser } from '../src/browser.ts';
import { type Places, startPlaces } from '../src/places.ts';
import { runProgram } from '../src/run-program.ts';
import { RUNTIMES } from '../src/runtimes.ts';
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
  const { places, requests, close } = await startPlaces();
  try {
    const { order, unknownOrder } = places;
    const cancelled = {
      ok: true,
      order: {
        ax_order_code: order,
        ax_order_status: 'Traveler cancel',
        channel_order_code: expect.any(String),
        channel_order_status: 'Traveler cancel',
      },
    };
    const sent = (code: string) =>
      `PATCH https://prod.ax-cloud.com/v1/channel/orders/tour/${code} Token *** 여행자 취소`;
    expect(await run(places)).toEqual({
      runtime: expect.stringMatching(identity),
      cancelled,
      notFound: { ok: false, kind: 'not_found', outcome: 'rejected' },
      forbidden: { ok: false, kind: 'forbidden', outcome: 'rejected' },
      redirected: { ok: false, kind: 'redirected', outcome: 'unknown' },
      refused: { ok: false, kind: 'network', outcome: refused },
      raw: [200, 'Unavoidable cancel'],
      mockFetch: cancelled,
      mockFetchNotFound: { ok: false, kind: 'not_found', outcome: 'rejected' },
      mockFetchReset: { ok: false, kind: 'network', outcome: 'unknown' },
      sent: [sent(order), sent(unknownOrder), sent('00000000-0000-4000-8000-000000000002')],
    });
    // None of them is the redirected one, or the three that the mock fetch took.
    expect(requests).toEqual(['PATCH 200', 'PATCH 404', 'PATCH 403', 'PATCH 200']);
  } finally {
    await close();
  }
}

const missing = (installed: unknown) => (installed === undefined ? ' (skipped: not installed here)' : '');

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
