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

/** The same server without a condition: what it answers to each question. */
let baseline: RunBehind;

beforeAll(async () => {
  baseline = await runBehind(unhindered());
}, TIMEOUT);

/** Demands what holds in every condition before a conforming server; returns the run with its reasons in one text. */
async function runTruly(condition: Condition, options?: RunOptions) {
  const run = await runBehind(condition, options);
  expect(failures(run)).toEqual([]);
  expect(untruths(run, baseline)).toEqual([]);
  const { verdict, counts = {}, reasons = [] } = run.report?.summary ?? {};
  return { ...run, verdict, counts, because: reasons.map(({ en }) => en).join('\n') };
}

test('without a condition the proxy is not noticed', () => {
  expect(failures(baseline)).toEqual([]);
  expect(untruths(baseline, baseline)).toEqual([]);
  expect(baseline.report?.summary.verdict).toBe('passed');
});

describe.concurrent('before a conforming server', () => {
  test.for(Object.entries(ROWS))('%s: a true verdict', { timeout: TIMEOUT }, async ([, row]) => {
    const { verdict, because } = await runTruly(row.condition(), row.options);
    expect(row.ends).toContain(verdict);
    if (verdict === 'incomplete' && row.because !== undefined) expect(because).toMatch(row.because);
  });

  test('a server that is gone for good: the rest is not run', { timeout: TIMEOUT }, async () => {
    const { counts, because, arrivals } = await runTruly(goneAfter(60, Infinity));
    const told = Number(/the server went away after request (\d+)/.exec(because)?.[1]);
    expect(told).toBeGreaterThan(55);
    expect(told).toBeLessThanOrEqual(arrivals.length);
    expect(counts['not run']).toBeGreaterThan(50);
    expect(counts.skipped).toBe(baseline.report?.summary.counts.skipped);
  });

  test('a rate limit is waited for, and given up in the end', { timeout: TIMEOUT }, async () => {
    const { arrivals } = await runTruly(neverRelenting(30));
    expect(arrivals.length).toBeLessThan(60);
    const refused = arrivals.filter(({ effect }) => effect.does === 'respond');
    // Requests that were under way may still arrive, at most AX_CONCURRENCY.
    for (const { at } of refused) {
      expect(arrivals.filter((one) => one.at > at && one.at < at + 900).length).toBeLessThanOrEqual(4);
    }
  });

  test.for([
    ['SIGINT', 12],
    ['SIGINT', 120],
    ['SIGTERM', 60],
  ] as const)(
    '%s at request %i: a report of what was done',
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

describe.concurrent('where the server listens', () => {
  test.skipIf(!hasOpenssl)(
    `a self-signed certificate${hasOpenssl ? '' : ' (skipped: there is no openssl)'}`,
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
    `[::1]${ipv6 ? '' : ' (skipped: this machine has no ::1)'}`,
    { timeout: TIMEOUT },
    async () => {
      expect(await runTruly(unhindered(), { host: '::1' })).toMatchObject({ verdict: 'passed' });
    },
  );
});

describe.concurrent('before a server with one fault, that fault is found', () => {
  test.for([
    ['a rate limit', () => rateLimit(20, { retryAfter: '1' })],
    ['a gateway that fails now and then', () => flakyGateway(0.05, 1)],
    ['connections cut now and then', () => drops(0.05, 1)],
    ['a firewall', firewall],
  ] as const)('behind %s', { timeout: TIMEOUT }, async ([, condition]) => {
    const run = await runBehind(condition(), { change: { authorize: letsCutKeyIn } });
    expect(failures(run)).toEqual(['auth.cut-at-end']);
    expect([run.report?.summary.verdict, run.code]).toEqual(['failed', 1]);
  });
});

/** A server that takes the key without its last character. */
function letsCutKeyIn(request: Incoming, key: string): boolean {
  return CONFORMING.authorize(request, key) || CONFORMING.authorize(request, key.slice(0, -1));
}
