import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Behaviour } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { startFaultServer } from '../server.ts';
import type { Condition } from './condition.ts';
import { type ConditionProxy, type Listening, startProxy } from './proxy.ts';
import { runHere } from './run-here.ts';
import { type EndedCommand, startCommand } from './start-command.ts';

/** The parts of `contract.json` that these tests read. */
export interface ReportUnderTest {
  summary: {
    verdict: string;
    exitCode: number;
    counts: Record<string, number>;
    reasons: { en: string; ko: string }[];
  };
  cases: { id: string; outcome: string; actual: string | null }[];
  questions: { id: string; taken: string; reading: string | null }[];
  orders: Record<string, string[]>;
}

/** A finished run of the command behind a condition. */
export interface RunBehind {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Undefined if `contract.json` was not written. */
  report: ReportUnderTest | undefined;
  /** The report's files that were not written. */
  missingFiles: string[];
  /** The requests that reached the proxy. */
  arrivals: ConditionProxy['arrivals'];
  /** `METHOD /path` of each request that reached the server. */
  requests: readonly string[];
  /** The orders that the server has cancelled. */
  cancelled: readonly string[];
}

/** How a run differs from the default: all cases against the conforming server. */
export interface RunOptions extends Listening {
  change?: Partial<Behaviour>;
  env?: Record<string, string>;
  args?: readonly string[];
  /** The path after the origin in AX_BASE_URL. */
  basePath?: string;
  /** Sends a signal when this number of requests has arrived. */
  stop?: { signal: 'SIGINT' | 'SIGTERM'; atRequest: number };
}

const uuidOf = (name: string) =>
  createHash('sha256')
    .update(name)
    .digest('hex')
    .replace(/^(.{7})(.{4})(.{3})(.{3})(.{12}).*/, 'a$1-$2-4$3-8$4-$5');

/** The channel's orders, the same in every run. Cases alter one character, so any two codes differ in more than one. */
export const ORDERS = Array.from({ length: 8 }, (_, index) => uuidOf(`order ${index}`));
const FOREIGN = uuidOf('order of another channel');
const FILES = ['index.html', 'contract.json', 'junit.xml', 'summary.md'];

/** Runs the command against a server behind a condition. */
export async function runBehind(
  condition: Condition,
  { change = {}, env = {}, args = [], basePath = '', stop, ...listening }: RunOptions = {},
): Promise<RunBehind> {
  const server = await startFaultServer({ ...CONFORMING, ...change }, ORDERS, FOREIGN);
  const stopping = Promise.withResolvers<void>();
  // Responses wait until the command has noticed the signal. So the run stops there on a slow machine, too.
  const held: Condition = (arrival) => {
    const effect = condition(arrival);
    const isHeld = stop !== undefined && arrival.number >= stop.atRequest && effect.does === 'forward';
    return isHeld ? { ...effect, until: () => stopping.promise } : effect;
  };
  const proxy = await startProxy(server.url, held, listening);
  const folder = mkdtempSync(join(tmpdir(), 'condition-report-'));
  try {
    const settings = {
      AX_BASE_URL: proxy.url + basePath,
      AX_API_KEY: CONFORMING.key,
      AX_ORDER_CODES: ORDERS.join(','),
      AX_FOREIGN_ORDER_CODE: FOREIGN,
      AX_REPORT_DIR: folder,
    };
    const printed = await runUntil({ ...settings, ...env }, args, stop, proxy, stopping.resolve);
    const file = join(folder, 'contract.json');
    return {
      ...printed,
      report: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined,
      missingFiles: FILES.filter((name) => !existsSync(join(folder, name))),
      arrivals: proxy.arrivals,
      requests: server.requests,
      cancelled: server.cancelled(),
    };
  } finally {
    await proxy.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

/**
 * Runs the command and, with `stop`, sends it a signal at a request. Signals and variables that Node.js reads at its start need a
 * separate process.
 *
 * @param stopping called when the command says that it stops, or when it ends
 */
async function runUntil(
  env: Record<string, string>,
  args: readonly string[],
  stop: RunOptions['stop'],
  proxy: Pick<ConditionProxy, 'arrived'>,
  stopping: () => void,
): Promise<EndedCommand> {
  if (stop === undefined && !('NODE_EXTRA_CA_CERTS' in env)) return runHere(env, args);
  const { child, ended } = startCommand(env, args);
  if (stop !== undefined) proxy.arrived(stop.atRequest).then(() => child.kill(stop.signal));
  child.stderr.on('data', (text: string) => text.includes('Stopping') && stopping());
  child.on('close', stopping);
  return ended;
}
