import type { Contract } from '@ax-cloud/contract/contract';
import { SettingsError } from '../settings.ts';

/** How the proxy is to run. */
export interface ProxySettings {
  /** The server behind it. */
  upstream: URL;
  port: number;
  host: string;
}

/**
 * Reads the proxy's variables; one that is empty counts as not set.
 *
 * @throws {SettingsError} when one is missing or malformed, and for AX Cloud's production
 */
export function readProxySettings(environment: NodeJS.ProcessEnv, { servers }: Contract): ProxySettings {
  const { AX_BASE_URL: address, AX_PROXY_PORT: port = '', AX_PROXY_HOST: host = '' } = environment;
  const [test] = servers.filter(({ environment: name }) => name === 'test');
  const advice = `Set it to ${test?.url ?? 'the address of the test environment'}.`;
  if (address === undefined || address === '')
    throw new SettingsError(`AX_BASE_URL is not set, so there is no server to stand in front of. ${advice}`);
  if (!URL.canParse(address))
    throw new SettingsError(`AX_BASE_URL is "${address}", which is no address. ${advice}`);

  const upstream = new URL(address);
  // What stands before an @ may be a key, and is not repeated.
  if (upstream.href !== `${upstream.origin}/`)
    throw new SettingsError(
      `AX_BASE_URL has more than scheme, host and port. Set it to "${upstream.origin}"; the contract's path begins with /v1.`,
    );
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(upstream.hostname);
  if (upstream.protocol !== 'https:' && !(upstream.protocol === 'http:' && loopback))
    throw new SettingsError(
      `AX_BASE_URL is "${upstream.origin}". Set an https address; plain http would send the key in the clear.`,
    );
  // A host name may be written with a dot at its end and means the same server.
  const name = upstream.hostname.replace(/\.$/, '');
  const production = servers.filter(({ environment: kind }) => kind === 'production');
  if (production.some(({ url }) => new URL(url).hostname === name))
    throw new SettingsError(
      `AX_BASE_URL is ${upstream.origin}, AX Cloud's production, where real orders are cancelled. The proxy never stands there. ${advice}`,
    );
  if (port !== '' && (!/^\d{1,5}$/.test(port) || Number(port) > 65535))
    throw new SettingsError(
      `AX_PROXY_PORT is "${port}", which is no port. Write a number from 1 to 65535, or 0 for a free port.`,
    );
  return { upstream, port: Number(port || '4011'), host: host || '127.0.0.1' };
}
