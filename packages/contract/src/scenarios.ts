import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Bilingual } from './ledger.ts';

/** What the mock and the client's mock fetch do to a response or to the connection, in place of responding. */
export type Fault =
  | 'no-response'
  | 'reset-before-reading'
  | 'reset-after-reading'
  | 'redirect'
  | 'late'
  | 'not-applied'
  | 'cut'
  | 'truncated';

/**
 * Something that the contract does not document and that the mock and the mock fetch do at an order code of its own, so
 * that a client can be tried with it. Nobody knows whether AX Cloud's server ever does it; networks and proxies do.
 */
export interface Scenario {
  /** The order code at which it happens. */
  code: string;
  /** A short kebab-case name. */
  name: string;
  /** The HTTP status; null where no response comes. */
  status: number | null;
  /** With a body, these are the whole response. */
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** What is done in place of a fixed response. */
  fault?: Fault;
  happens: Bilingual;
  /** What a client should conclude: the outcome, and what to do. */
  conclude: Bilingual;
}

/** Parses `spec/scenarios.yaml`, whose form the tests hold against `scenarios.schema.json`. */
export function parseScenarios(text: string): Scenario[] {
  return parse(text).scenarios as Scenario[];
}

/** Reads the scenarios of the repository. */
export async function loadScenarios(): Promise<Scenario[]> {
  return parseScenarios(
    await readFile(new URL(import.meta.resolve('@ax-cloud/channel-spec/scenarios.yaml')), 'utf8'),
  );
}
