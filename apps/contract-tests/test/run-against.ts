import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '@ax-cloud/contract/report';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { onTestFinished } from 'vitest';
import type { Behaviour } from '../faults/behaviour.ts';
import { runHere } from '../faults/conditions/run-here.ts';
import { CONFORMING } from '../faults/conforming.ts';
import { type Send, startFaultServer } from '../faults/server.ts';
import { contract } from '../faults/words.ts';
import { allCases } from '../src/cases/load.ts';
import { planOrders } from '../src/run/plan.ts';

export const CASES = allCases(contract);
/** How many orders a run may cancel. */
export const { least, most } = planOrders(CASES);
/** The servers' orders: at least as many as a run may cancel. */
export const ORDERS = Array.from(
  { length: Math.max(8, most) },
  (_, index) => `a0000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
);
/** What a run announces about its orders. */
export const ANNOUNCED = `This run will cancel ${least}–${most} orders; ${ORDERS.length} are available.`;
/** The order of another channel. */
export const FOREIGN = 'f0000000-0000-4000-8000-00000000f0e1';

/** Starts a server that stops when the test ends. */
export async function start(change: Partial<Behaviour> = {}, send?: Send, codes: readonly string[] = ORDERS) {
  const server = await startFaultServer({ ...CONFORMING, ...change }, codes, FOREIGN, send);
  onTestFinished(() => server.close());
  return server;
}

/** The settings of a run against a server. */
export function settingsFor(url: string, env: Record<string, string> = {}): Record<string, string> {
  return { AX_BASE_URL: url, AX_API_KEY: CONFORMING.key, AX_ORDER_CODES: ORDERS.join(','), ...env };
}

/** Runs the command against a running server. */
export function run(url: string, env: Record<string, string> = {}, args: string[] = []) {
  return runHere(settingsFor(url, env), args);
}

/** Starts a server and runs the command against it. */
export async function runAgainst(
  change: Partial<Behaviour> = {},
  env: Record<string, string> = {},
  args: string[] = [],
) {
  const server = await start(change);
  return { ...(await run(server.url, env, args)), server };
}

/** A folder for reports, which is removed when the test ends. */
export function reportFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'contract-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The report of the last run into this folder. */
export function reportIn(folder: string): Report {
  return JSON.parse(readFileSync(join(folder, 'contract.json'), 'utf8'));
}

/** Validates a report against the published schema; returns null for a valid report. */
export function reportErrors(report: Report) {
  const schema = readFileSync(new URL('../../../spec/report.schema.json', import.meta.url), 'utf8');
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(schema));
  validate(report);
  return validate.errors;
}

/** The ids of the cases that a run prints with this mark. */
export function marked(mark: string, stdout: string): string[] {
  return [...stdout.matchAll(new RegExp(`^${mark} ([a-z][\\w.-]+) `, 'gm'))].map(([, id]) => id ?? '');
}
