import { CommandError } from './command-error.ts';
import type { Contract } from './contract.ts';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Checks `AX_BASE_URL`, the server that a command sends a key and cancellations to: an origin, https or this machine, and
 * never AX Cloud's production, where real orders are cancelled.
 *
 * @param why what the command would do there, as a sentence
 * @throws {CommandError} with what to set
 */
export function checkServerAddress(value: string, { servers, path }: Contract, why: string): URL {
  const test = servers.find(({ environment }) => environment === 'test');
  const advice = `Set it to ${test?.url ?? 'the address of the test environment'}.`;
  // A text that is not a web address may hold a key, so it is not repeated.
  if (!/^https?:/i.test(value) || !URL.canParse(value))
    throw new CommandError(`AX_BASE_URL is not a valid URL. ${advice}`);
  const url = new URL(value);
  const { origin, protocol, hostname } = url;
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.test(hostname))) {
    throw new CommandError(
      `AX_BASE_URL is "${protocol}//${hostname}". Set an https address; plain http would send the key in the clear.`,
    );
  }
  // A host name with a dot at its end means the same server.
  const host = hostname.replace(/\.$/, '');
  const production = servers.filter(({ environment }) => environment === 'production');
  if (production.some((server) => new URL(server.url).hostname === host)) {
    throw new CommandError(
      `AX_BASE_URL is ${origin}, AX Cloud's production, where real orders are cancelled. ${why} ${advice}`,
    );
  }
  if (url.href !== `${origin}/`) {
    throw new CommandError(
      `AX_BASE_URL has more than scheme, host and port. Set it to "${origin}"; the contract's path is ${path}.`,
    );
  }
  return url;
}
