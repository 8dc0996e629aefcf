import { networkInterfaces } from 'node:os';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Incoming } from '../faults/behaviour.ts';
import { hasOpenssl, makeCertificate } from '../faults/conditions/certificate.ts';
import { type Condition, unhindered } from '../faults/conditions/condition.ts';
import { drops } from '../faults/conditions/drops.ts';
import { firewall } from '../faults/conditions/firewall.ts';
import { flakyGateway } from '../faults/conditions/gateway.ts';
import { neverRelenting, rateLimit } from '../faults/conditions/rate-limit.ts';
import { ROWS } from '../faults/conditions/rows.ts';
import { ORDERS, type RunBehind, type RunOptions, runBehind } from '../faults/conditions/run-behind.ts';
import { goneAfter } from '../faults/conditions/server-gone.ts';
import { failures, untruths } from '../faults/conditions/untruths.ts';
import { CONFORMING } from '../faults/conforming.ts';

const TIMEOUT = 120_000;

/** A run against the same server without a condition. Its answers are the true ones. */
let baseline: RunBehind;

beforeAll(async () => {
  baseline = await runBehind(unhindered());
}, TIMEOUT);

/** Runs against a conforming server, checks what must hold in every condition, and joins the reasons of the run. */
async function runTruly(condition: Condition, options?: RunOptions) {
  const run = await runBehind(condition, options);
  expect(failures(run)).toEqual([]);
  expect(untruths(run, baseline)).toEqual([]);
  const { verdict, counts = {}, reasons = [] } = run.report?.summary ?? {};
  return { ...run, verdict, counts, because: reasons.map(({ en }) => en).join('\n') };
}

test('without a condition, the proxy changes nothing', () => {
  expect(failures(baseline)).toEqual([]);
  expect(untruths(baseline, baseline)).toEqual([]);
  expect(baseline.report?.summary.verdict).toBe('passed');
});

describe.concurrent('a run against a conforming server', () => {
  test.for(Object.entries(ROWS))('with %s gives a true verdict', { timeout: TIMEOUT }, async ([, row]) => {
    const { verdict, because } = await runTruly(row.condition(), row.options);
    expect(row.ends).toContain(verdict);
    if (verdict === 'incomplete' && row.because !== undefined) expect(because).toMatch(row.because);
  });

  test('that goes away for good reports the other cases as not run', { timeout: TIMEOUT }, async () => {
    const { counts, because, arrivals } = await runTruly(goneAfter(60, Infinity));
    const told = Number(/the server went away after request (\d+)/.exec(because)?.[1]);
    expect(told).toBeGreaterThan(55);
    expect(told).toBeLessThanOrEqual(arrivals.length);
    expect(counts['not run']).toBeGreaterThan(50);
    expect(counts.skipped).toBe(baseline.report?.summary.counts.skipped);
  });

  test('waits for a rate limit and gives up in the end', { timeout: TIMEOUT }, async () => {
    const { arrivals } = await runTruly(neverRelenting(30));
    expect(arrivals.length).toBeLessThan(60);
    const refused = arrivals.filter(({ effect }) => effect.does === 'respond');
    // Up to AX_CONCURRENCY requests were already under way and may still arrive.
    for (const { at } of refused) {
      expect(arrivals.filter((one) => one.at > at && one.at < at + 900).length).toBeLessThanOrEqual(4);
    }
  });

  test.for([
    ['SIGINT', 12],
    ['SIGINT', 120],
    ['SIGTERM', 60],
  ] as const)(
    'stopped by %s at request %i reports what was done',
    { timeout: TIMEOUT },
    async ([signal, atRequest]) => {
      const run = await runTruly(unhindered(), { stop: { signal, atRequest } });
      expect(run.code).toBe(3);
      expect(run.because).toMatch(/stopped/i);
      expect(run.counts['not run']).toBeGreaterThan(20);
      expect(run.arrivals.length).toBeLessThan(atRequest + 20);
    },
  );
});

describe.concurrent('a run against a server', () => {
  test.skipIf(!hasOpenssl)(
    `with a self-signed certificate needs NODE_EXTRA_CA_CERTS${hasOpenssl ? '' : ' (skipped: openssl is missing)'}`,
    { timeout: TIMEOUT },
    async () => {
      const { file, key, cert, remove } = makeCertificate();
      try {
        const refused = await runTruly(unhindered(), { tls: { key, cert } });
        expect(refused.stderr).toContain('NODE_EXTRA_CA_CERTS');
        expect(refused.because).toContain('NODE_EXTRA_CA_CERTS');
        expect([refused.verdict, refused.code]).toEqual(['could not run', 2]);
        expect(refused.report?.orders.untouched).toEqual(ORDERS);
        const env = { NODE_EXTRA_CA_CERTS: file };
        expect(await runTruly(unhindered(), { tls: { key, cert }, env })).toMatchObject({
          verdict: 'passed',
        });
      } finally {
        remove();
      }
    },
  );

  const ipv6 = Object.values(networkInterfaces()).some((list) =>
    list?.some(({ address }) => address === '::1'),
  );
  test.skipIf(!ipv6)(
    `at [::1] passes${ipv6 ? '' : ' (skipped: this machine has no ::1)'}`,
    { timeout: TIMEOUT },
    async () => {
      expect(await runTruly(unhindered(), { host: '::1' })).toMatchObject({ verdict: 'passed' });
    },
  );
});

describe.concurrent('a run finds the only fault of a server', () => {
  test.for([
    ['a rate limit', () => rateLimit(20, { retryAfter: '1' })],
    ['a gateway that fails now and then', () => flakyGateway(0.05, 1)],
    ['a proxy that cuts connections now and then', () => drops(0.05, 1)],
    ['a firewall', firewall],
  ] as const)('behind %s', { timeout: TIMEOUT }, async ([, condition]) => {
    const run = await runBehind(condition(), { change: { authorize: letsCutKeyIn } });
    expect(failures(run)).toEqual(['auth.cut-at-end']);
    expect([run.report?.summary.verdict, run.code]).toEqual(['failed', 1]);
  });
});

/** Also accepts the key without its last character. */
function letsCutKeyIn(request: Incoming, key: string): boolean {
  return CONFORMING.authorize(request, key) || CONFORMING.authorize(request, key.slice(0, -1));
}
