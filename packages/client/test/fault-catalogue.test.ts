import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { CODE, createClient, INPUT } from './call.ts';
import { CATALOGUE } from './faults/catalogue.ts';
import { hasOpenssl } from './faults/certificates.ts';
import type { Fault } from './faults/fault.ts';
import { isOverCautious, isSentAgain, isWrong, type Said } from './faults/judge.ts';
import { KEY, KEY_FORMS } from './faults/keys.ts';
import { serveFault } from './faults/serve.ts';

/** Short only where the time limit ends the call, so that on a busy machine no other fault runs into it. */
const limitOf = ({ waits }: Fault) => (waits ? 400 : 25_000);

/** Makes the calls of a fault with the client. */
async function meet(fault: Fault) {
  const servers = await serveFault(fault);
  const exchanges: unknown[] = [];
  try {
    const channel = createClient({
      apiKey: KEY,
      baseUrl: servers.url,
      timeoutMs: limitOf(fault),
      onExchange: (exchange) => void exchanges.push(exchange),
    });
    const started = performance.now();
    let result = await channel.cancelTourOrder(CODE, INPUT);
    for (let call = 1; call < (fault.calls ?? 1); call += 1)
      result = await channel.cancelTourOrder(CODE, INPUT);
    const said: Said = result.ok ? 'cancelled' : result.error.outcome;
    // A success is left out: its order is what the server sent.
    const seen = [channel, exchanges, result.ok ? undefined : result];
    const shown = inspect(seen, { depth: 20, showHidden: true }) + JSON.stringify(seen);
    const leaks = KEY_FORMS.filter((form) => shown.includes(form));
    return { result, said, leaks, servers, ms: performance.now() - started };
  } finally {
    await servers.close();
  }
}

const groups = Object.entries(CATALOGUE).map(([group, faults]) => {
  const skipped = group === 'TLS' && !hasOpenssl;
  return [`${group}${skipped ? ' (skipped: there is no openssl)' : ''}`, faults, skipped] as const;
});

describe.each(groups)('%s:', (_, faults, skipped) => {
  test.skipIf(skipped).each(faults.map((fault) => [fault.does, fault] as const))(
    'the client says no more than is known of a server that %s',
    { concurrent: true, timeout: 40_000 },
    async (_, fault) => {
      const { result, said, leaks, servers, ms } = await meet(fault);
      expect({ said, wrong: isWrong(fault, said) }, inspect(result)).toEqual({ said, wrong: false });
      expect({ said, overCautious: isOverCautious(fault, said) }, inspect(result)).toEqual({
        said,
        overCautious: false,
      });
      expect(isSentAgain(fault, servers), 'sent again').toBe(false);
      expect(servers.elsewhere, 'sent elsewhere').toEqual([]);
      expect(leaks).toEqual([]);
      // Far more than a busy machine takes, and far less than a hang.
      expect(ms).toBeLessThan(limitOf(fault) + 5_000);
      if (fault.known === 'not_sent') expect(servers.received).toEqual([]);
    },
  );
});

test('each fault has a sentence of its own', () => {
  const sentences = Object.values(CATALOGUE).flatMap((faults) => faults.map(({ does }) => does));
  expect(sentences.filter((one, index) => sentences.indexOf(one) !== index)).toEqual([]);
});

test('the README lists every kind', async () => {
  const readme = await readFile(new URL('faults/README.md', import.meta.url), 'utf8');
  for (const group of Object.keys(CATALOGUE)) expect(readme).toContain(`\n| ${group} | `);
});
