import { randomUUID } from 'node:crypto';
import type { Contract } from '@ax-cloud/contract/contract';
import type { Readings } from '@ax-cloud/contract/readings/load-readings';
import type { CaseResult, Spending } from '../src/report/result.ts';
import type { Settings } from '../src/settings.ts';
import type { Behaviour } from './behaviour.ts';
import { judge } from './judge.ts';
import { type FaultServer, type Send, startFaultServer } from './server.ts';

/** The suite's results for one server, and what the server saw. */
export interface Trial {
  results: CaseResult[];
  spending: Spending;
  server: Pick<FaultServer, 'requests'> & { cancelled: string[]; foreignCancelled: boolean };
}

/** Enough orders for every case, even if the server cancels whatever the contract leaves open. */
const ORDERS = 14;

/** Makes up order codes. */
export function makeCodes(count = ORDERS): string[] {
  return Array.from({ length: count }, () => `a${randomUUID().slice(1)}`);
}

/** Starts a server with this behaviour, runs all cases against it, and stops it. */
export async function tryServer(
  contract: Contract,
  behaviour: Behaviour,
  {
    send,
    orders = ORDERS,
    codes = makeCodes(orders),
    timeoutMs = 2000,
    pairs = false,
    readings,
  }: {
    send?: Send | undefined;
    orders?: number;
    codes?: readonly string[];
    timeoutMs?: number;
    pairs?: boolean;
    readings?: Readings;
  } = {},
): Promise<Trial> {
  const foreignCode = `f${randomUUID().slice(1)}`;
  const server = await startFaultServer(behaviour, codes, foreignCode, send);
  try {
    const settings: Settings = {
      target: 'server',
      baseUrl: server.url,
      apiKey: behaviour.key,
      invalidApiKey: 'invalid',
      orderCodes: codes,
      givenCodes: [...codes, foreignCode],
      channelCodes: pairs ? Object.fromEntries(codes.map((code) => [code, `c${code.slice(1)}`])) : {},
      maxOrders: undefined,
      rate: undefined,
      foreignOrderCode: foreignCode,
      timeoutMs,
      concurrency: 4,
      reportDir: undefined,
    };
    const { results, spending } = await judge(settings, contract, { others: readings });
    const cancelled = server.cancelled();
    return {
      results,
      spending,
      server: { requests: server.requests, cancelled, foreignCancelled: cancelled.includes(foreignCode) },
    };
  } finally {
    await server.close();
  }
}
