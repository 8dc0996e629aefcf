import { readFileSync } from 'node:fs';
import { type Contract, provokingValue } from '@ax-cloud/channel-spec/contract';

/** The key of the page's cURL (3.1). The mock takes any. */
const MOCK_API_KEY = 'api_key_secret';

/** Which server to test, and with what. */
export interface Settings {
  /** `mock`: started for this run, takes any key and any order code. `server`: the one in `AX_BASE_URL`. */
  target: 'mock' | 'server';
  /** The server's origin; of a mock, undefined until it runs. */
  baseUrl: string | undefined;
  apiKey: string;
  invalidApiKey: string;
  /** The codes of orders that may be cancelled; of a mock, empty, because it takes any. */
  orderCodes: readonly string[];
  /** Milliseconds for one answer. */
  timeoutMs: number;
}

/** Makes the function that hides the key in a text; a server may send it back. A mock's key is no secret. */
export function keyMask({ target, apiKey }: Settings): (text: string) => string {
  return (text) => (target === 'mock' ? text : text.replaceAll(apiKey, '***'));
}

/** The settings do not allow a run. The message says which variable, and what to write. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Reads the settings from environment variables.
 *
 * @throws {SettingsError} for a variable that is missing or wrong, and for production
 */
export function readSettings(env: NodeJS.ProcessEnv, contract: Contract): Settings {
  const timeoutMs = readTimeout(env.AX_TIMEOUT_MS);
  const invalidApiKey = env.AX_INVALID_API_KEY || refusedKey(contract);
  if (!env.AX_BASE_URL) {
    return {
      target: 'mock',
      baseUrl: undefined,
      apiKey: MOCK_API_KEY,
      invalidApiKey,
      orderCodes: [],
      timeoutMs,
    };
  }
  const baseUrl = checkServer(env.AX_BASE_URL, contract);
  if (!env.AX_API_KEY) {
    throw new SettingsError(
      'AX_API_KEY is not set. Set it to the key of the test environment, without the word "Token".',
    );
  }
  if (!/^[\x21-\x7e]+$/.test(env.AX_API_KEY)) {
    throw new SettingsError(
      'AX_API_KEY holds a space, a line break or a character outside ASCII. Set the bare key.',
    );
  }
  if (env.AX_API_KEY === invalidApiKey) {
    throw new SettingsError(
      'AX_INVALID_API_KEY is the same as AX_API_KEY. Set it to a key that is not valid.',
    );
  }
  const orderCodes = readOrderCodes(env.AX_ORDER_CODES ?? '');
  return { target: 'server', baseUrl, apiKey: env.AX_API_KEY, invalidApiKey, orderCodes, timeoutMs };
}

/** The key that the contract's 403 example names. */
function refusedKey(contract: Contract): string {
  return provokingValue(contract, 403, '$request.header.Authorization').replace('Token ', '');
}

function readTimeout(value: string | undefined): number {
  if (!value) return 10_000;
  if (/^[1-9]\d{0,6}$/.test(value)) return Number(value);
  throw new SettingsError(`AX_TIMEOUT_MS is "${value}". Set it to milliseconds, for example 10000.`);
}

function checkServer(value: string, contract: Contract): string {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    throw new SettingsError(
      `AX_BASE_URL is "${value}", which is no address. Set it to https://test.ax-cloud.com.`,
    );
  }
  const { protocol, hostname, origin } = url;
  if (
    protocol !== 'https:' &&
    !(protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname))
  ) {
    throw new SettingsError(
      `AX_BASE_URL is "${origin}". Set an https address; plain http would send the key in the clear.`,
    );
  }
  if (url.href !== `${origin}/`) {
    throw new SettingsError(
      `AX_BASE_URL has more than scheme, host and port. Set it to "${origin}"; the contract's path begins with /v1.`,
    );
  }
  const production = contract.servers.filter(({ environment }) => environment === 'production');
  // A host name may be written with a dot at its end and means the same server.
  const host = hostname.replace(/\.$/, '');
  if (production.some((server) => new URL(server.url).hostname === host)) {
    throw new SettingsError(
      `AX_BASE_URL is ${origin}, AX Cloud's production. These tests cancel orders and never run there. Set it to https://test.ax-cloud.com.`,
    );
  }
  return origin;
}

/** Codes separated by commas or line breaks, or `@` and the path of a file of such. */
function readOrderCodes(value: string): string[] {
  let text = value;
  if (value.startsWith('@')) {
    try {
      text = readFileSync(value.slice(1), 'utf8');
    } catch (cause) {
      throw new SettingsError(`AX_ORDER_CODES names the file ${value.slice(1)}, which cannot be read.`, {
        cause,
      });
    }
  }
  const codes = text.split(/[,\r\n]+/).map((code) => code.trim());
  return [...new Set(codes.filter((code) => code !== ''))];
}
