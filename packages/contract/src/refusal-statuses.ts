import type { Contract } from './contract.ts';
import { KEY, readRefusals } from './refusals.ts';

/** The statuses by which a server refuses a request, by what it refuses. */
export interface RefusalStatuses {
  /** The documented ones for a key. */
  missingKey: number;
  wrongKey: number;
  /** The documented one for an order code that no order has. */
  order: number;
  /** The documented one for a body that is not JSON. */
  unreadable: number;
  /** The documented ones for a body that is JSON and invalid. */
  invalid: readonly number[];
}

/** The documented statuses. */
export function refusalStatuses(contract: Contract): RefusalStatuses {
  const { missingKey, wrongKey, order, unreadable, invalid } = readRefusals(contract);
  return {
    missingKey: missingKey.status,
    wrongKey: wrongKey[0].status,
    order: order[0].status,
    unreadable: unreadable.status,
    invalid: [...new Set(invalid.map(({ status }) => status))],
  };
}

/** Whether a status speaks of the key: a documented one, or one that servers use in its place (RFC 9110, 15.5.2, 15.5.4). */
export function speaksOfKey(contract: Contract, status: number): boolean {
  const { missingKey, wrongKey } = refusalStatuses(contract);
  return [401, 403, missingKey, wrongKey].includes(status);
}

/** Whether a status says that there is no such order: the documented one, or HTTP's own (RFC 9110, 15.5.5). */
export function speaksOfOrder(contract: Contract, status: number): boolean {
  return [404, refusalStatuses(contract).order].includes(status);
}

/** Whether a status speaks of the key or of the order, and so says nothing about the rest of the request. */
export function speaksOfKeyOrOrder(contract: Contract, status: number): boolean {
  return speaksOfKey(contract, status) || speaksOfOrder(contract, status);
}

/** The statuses of HTTP that are about how a request is sent, and not about what it asks for. */
const TRANSPORT = [405, 406, 408, 411, 413, 414, 415, 417, 421, 426, 429, 431];

/** Whether a status refuses what the request asks for: not the key, not the code, not the way it was sent. */
export function refusesRequest(contract: Contract, status: number): boolean {
  if (refusalStatuses(contract).invalid.includes(status)) return true;
  const elsewhere = speaksOfKeyOrOrder(contract, status);
  return status >= 400 && status < 500 && !elsewhere && !TRANSPORT.includes(status);
}

/** The statuses of gateways (RFC 9110, 15.6.3 to 15.6.5) that the contract does not document. */
export function isGateway({ responses }: Contract, status: number): boolean {
  return [502, 503, 504].includes(status) && !responses.some((one) => one.status === status);
}

/** The word before the key, as the contract's example of a wrong key has it; empty where it has none. */
export function schemeOf(contract: Contract): string {
  const [, scheme = ''] = /^(\S+) /.exec(wrongCredential(contract)) ?? [];
  return scheme;
}

/** The wrong key that the contract shows. */
export function wrongKeyOf(contract: Contract): string {
  return wrongCredential(contract).slice(schemeOf(contract).length).trim();
}

function wrongCredential(contract: Contract): string {
  return readRefusals(contract).wrongKey[0].provokedBy[KEY] ?? '';
}

/** The documented statuses for a credential: of a missing or malformed key, of a wrong one, or both where it may be either. */
export function statusesFor(contract: Contract, credential: string | undefined): number[] {
  const { missingKey, wrongKey } = refusalStatuses(contract);
  const scheme = schemeOf(contract);
  const [, word = '', key = ''] = /^(\S*) (.*)$/.exec(credential ?? '') ?? [];
  if (scheme !== '' && word.toLowerCase() !== scheme.toLowerCase()) return [missingKey];
  // A key has the form of a token68 (RFC 9110, 11.2).
  if (/^[\w.~+/-]+=*$/.test(key)) return [wrongKey];
  return [...new Set([wrongKey, missingKey])];
}
