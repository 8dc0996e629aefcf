/**
 * Runs one library, which its argument names, through all faults, in a process of its own: what a library leaves behind must
 * not count against the next. It sends an `Encounter` for each to the process that started it.
 */
import { CATALOGUE } from '../../../packages/client/test/faults/catalogue.ts';
import { hasOpenssl } from '../../../packages/client/test/faults/certificates.ts';
import type { Fault } from '../../../packages/client/test/faults/fault.ts';
import { isSentAgain } from '../../../packages/client/test/faults/judge.ts';
import { KEY } from '../../../packages/client/test/faults/keys.ts';
import { type FaultServers, serveFault } from '../../../packages/client/test/faults/serve.ts';
import { STATUS } from '../client/call.ts';
import type { Encounter } from './encounter.ts';
import { PEERS, type Peer } from './libraries.ts';
import { showsKey } from './shows-key.ts';
import { signatureOf } from './signature.ts';

/** More than the time limits of those that have one by default. What takes longer counts as no result. */
const LIMIT_MS = 20_000;
/** How many of the faults that end by themselves are met at a time. */
const AT_ONCE = 8;

const name = process.argv[2] ?? '';
const peer = PEERS.find((one) => one.name === name);
if (peer === undefined) throw new Error(`There is no library "${name}". See bench/src/faults/libraries.ts.`);

let uncaught = 0;
process.on('uncaughtException', () => {
  uncaught += 1;
});

const all = Object.entries(CATALOGUE).flatMap(([group, faults]) =>
  group === 'TLS' && !hasOpenssl ? [] : faults.map((fault) => ({ group, fault })),
);
const waiting = all.filter(({ fault }) => fault.waits);
const queue = all.filter(({ fault }) => !fault.waits);

const met: Met[] = [];
await Promise.all([
  ...waiting.map(({ group, fault }) => meet(peer, group, fault)),
  ...Array.from({ length: AT_ONCE }, async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await meet(peer, next.group, next.fault);
    }
  }),
]);
// At the end, because inspecting an error with all that it refers to takes longer than many calls.
for (const one of met) process.send?.(judge(one));
// Exits, because what a library still waits for would keep the process alive.
process.send?.({ uncaught }, () => process.exit());

/** A fault, how the call ended, and what the servers were sent. */
interface Met {
  group: string;
  fault: Fault;
  ended: Ended;
  servers: FaultServers;
}

async function meet(peer: Peer, group: string, fault: Fault): Promise<void> {
  const servers = await serveFault(fault);
  met.push({ group, fault, ended: await call(peer, servers, fault.calls ?? 1), servers });
  await servers.close();
}

function judge({ group, fault, ended, servers }: Met): Encounter {
  const error = ended.how === 'failure' ? ended.error : undefined;
  return {
    group,
    does: fault.does,
    known: fault.known,
    told: fault.told ?? true,
    ended: ended.how,
    falseSuccess: ended.how === 'success' && !isCancelled(fault, servers),
    // Following a redirect is counted apart.
    sentAgain: group !== 'redirects' && isSentAgain(fault, servers),
    elsewhere: servers.elsewhere.some((text) => text.includes(KEY) || text.includes(STATUS)),
    keyShown: showsKey(error),
    signature: signatureOf(error),
  };
}

/** Whether the model server cancelled the order and said so to this client, which may have followed a redirect within its origin. */
function isCancelled(fault: Fault, { received }: FaultServers): boolean {
  return (received.length > 1 ? (fault.following ?? fault.known) : fault.known) === 'cancelled';
}

type Ended = { how: 'success' | 'nothing' } | { how: 'failure'; error: unknown };

/** Makes the calls of a fault. The last one counts. */
async function call(peer: Peer, { url }: FaultServers, calls: number): Promise<Ended> {
  const limit = AbortSignal.timeout(LIMIT_MS);
  const nothing = new Promise<Ended>((resolve) => {
    limit.addEventListener('abort', () => resolve({ how: 'nothing' }));
  });
  async function make(): Promise<Ended> {
    try {
      const cancel = peer.setUp(url);
      for (let made = 0; made < calls; made += 1) await cancel();
      return { how: 'success' };
    } catch (error) {
      return { how: 'failure', error };
    }
  }
  return Promise.race([make(), nothing]);
}
