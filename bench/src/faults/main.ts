import { fork } from 'node:child_process';
import { once } from 'node:events';
import { CODE } from '../../../packages/client/test/call.ts';
import type { PeersResult } from '../../../packages/client/test/faults/peers.ts';
import { checkBuilt } from '../check-built.ts';
import { ORDER_CODE } from '../client/call.ts';
import { readVersion } from '../client/installed.ts';
import { describeRun } from '../run.ts';
import type { Encounter } from './encounter.ts';
import { PEERS, type Peer } from './libraries.ts';
import { report } from './report.ts';

const started = performance.now();
await checkBuilt([import.meta.resolve('@ax-cloud/channel-client')]);
if (CODE !== ORDER_CODE) {
  throw new Error(`The contract's example is the order ${CODE}. Write it into bench/src/client/call.ts.`);
}

type Row = PeersResult['rows'][number];

const rows: Row[] = [];
let met: readonly Encounter[] = [];
for (const peer of PEERS) {
  console.log(`Running ${peer.name} through the faults …`);
  met = await runThrough(peer);
  rows.push(await count(peer, met));
}
const result: PeersResult = {
  ...describeRun(started),
  faults: met.length,
  redirects: met.filter(({ group }) => group === 'redirects').length,
  notSent: met.filter(isTold).length,
  rows,
};
await report(result);

async function runThrough({ name }: Peer): Promise<readonly Encounter[]> {
  const child = fork(new URL('run.ts', import.meta.url), [name]);
  const encounters: Encounter[] = [];
  child.on('message', (message: Encounter | { uncaught: number }) => {
    if ('does' in message) encounters.push(message);
    else if (message.uncaught > 0)
      console.warn(`${name} threw ${message.uncaught} errors that nobody could catch.`);
  });
  const [code] = await once(child, 'exit');
  if (code !== 0)
    throw new Error(`${name} could not be run through the faults. What its process printed says why.`);
  return encounters;
}

async function count({ name, package: from }: Peer, met: readonly Encounter[]): Promise<Row> {
  const failures = met.filter(({ ended }) => ended === 'failure');
  const mayHaveArrived = new Set(
    failures.filter(({ known }) => known !== 'not_sent').map(({ signature }) => signature),
  );
  return {
    name,
    version: await readVersion(from),
    falseSuccess: list(met.filter(({ falseSuccess }) => falseSuccess)),
    elsewhere: list(met.filter(({ elsewhere }) => elsewhere)),
    keyShown: list(failures.filter(({ keyShown }) => keyShown)),
    failures: failures.length,
    toldNotSent: list(failures.filter((one) => isTold(one) && !mayHaveArrived.has(one.signature))),
    sentAgain: list(met.filter(({ sentAgain }) => sentAgain)),
    noResult: list(met.filter(({ ended }) => ended === 'nothing')),
  };
}

/** Whether nothing was sent, and a code says so. */
function isTold({ known, told }: Encounter): boolean {
  return known === 'not_sent' && told;
}

/** In the order of the catalogue's sentences, whenever they ended. */
function list(encounters: readonly Encounter[]): string[] {
  return encounters.map(({ group, does }) => `${group}: ${does}`).sort();
}
