import { CommandError } from '@ax-cloud/contract/command-error';
import type { Contract } from '@ax-cloud/contract/contract';
import { checkServerAddress } from '@ax-cloud/contract/server-address';

/** How the proxy is to run. */
export interface ProxySettings {
  /** The server behind it. */
  upstream: URL;
  port: number;
  host: string;
}

/**
 * Reads the proxy's variables. An empty variable counts as not set.
 *
 * @throws {CommandError} when one is missing or malformed, for AX Cloud's production, and for the proxy itself
 */
export function readProxySettings(environment: NodeJS.ProcessEnv, contract: Contract): ProxySettings {
  const { AX_BASE_URL: address, AX_PROXY_PORT: port = '', AX_PROXY_HOST: host = '' } = environment;
  if (address === undefined || address === '') {
    const test = contract.servers.find((server) => server.environment === 'test');
    throw new CommandError(
      'AX_BASE_URL is not set, so there is no server to stand in front of. ' +
        `Set it to ${test?.url ?? 'the address of the test environment'}.`,
    );
  }
  const upstream = checkServerAddress(address, contract, 'The proxy never stands there.');
  if (port !== '' && (!/^\d{1,5}$/.test(port) || Number(port) > 65535))
    throw new CommandError(
      `AX_PROXY_PORT is "${port}", which is not a port. Write a number from 1 to 65535, or 0 for a free port.`,
    );
  const own = Number(port || '4011');
  // Plain http is only allowed on this machine, so this is where the proxy itself will listen.
  if (upstream.protocol === 'http:' && Number(upstream.port || '80') === own)
    throw new CommandError(
      `AX_BASE_URL is ${upstream.origin}, the proxy's own port. Set it to the server, or AX_PROXY_PORT to another port.`,
    );
  return { upstream, port: own, host: host || '127.0.0.1' };
}
