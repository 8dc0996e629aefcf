import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Contract, provokingValue } from '@ax-cloud/contract/contract';
import { createMask } from './private-data.ts';

const VARIABLES = [
  'AX_BASE_URL',
  'AX_API_KEY',
  'AX_ORDER_CODES',
  'AX_FOREIGN_ORDER_CODE',
  'AX_INVALID_API_KEY',
  'AX_TIMEOUT_MS',
  'AX_CONCURRENCY',
  'AX_REPORT_DIR',
];

/** Names in the environment that look like one of these variables and are none, as a misspelt one is. */
export function unknownVariables(env: NodeJS.ProcessEnv): string[] {
  return Object.keys(env).filter(
    (name) => /^AX_(?!MOCK_|DOCS_|PROXY_)/.test(name) && !VARIABLES.includes(name),
  );
}

/** The key and the number of orders that the mock gets. */
const MOCK_API_KEY = 'Mock-Api-Key-0123456789';
const MOCK_ORDERS = 12;

/** Which server to test, and with what. */
export interface Settings {
  /** `mock`: started for this run, with this key and these orders. `server`: the one in `AX_BASE_URL`. */
  target: 'mock' | 'server';
  /** The server's origin; of a mock, empty until it runs. */
  baseUrl: string;
  apiKey: string;
  invalidApiKey: string;
  /** The codes of orders that may be cancelled. */
  orderCodes: readonly string[];
  /** The code of an order of another channel, which must not be cancelled. */
  foreignOrderCode: string | undefined;
  /** Milliseconds for one answer. */
  timeoutMs: number;
  /** How many requests that burn nothing are under way at a time. */
  concurrency: number;
  /** The folder for the reports; undefined for none. */
  reportDir: string | undefined;
}

/** Makes the function that hides, in any text, the key and the other channel's code; a server may send them back. */
export function createSettingsMask({ apiKey, foreignOrderCode = '' }: Settings): (text: string) => string {
  return createMask([apiKey, foreignOrderCode]);
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
  const common = {
    invalidApiKey: env.AX_INVALID_API_KEY || refusedKey(contract),
    foreignOrderCode: env.AX_FOREIGN_ORDER_CODE || undefined,
    timeoutMs: readNumber('AX_TIMEOUT_MS', env, 10_000, 9_999_999, 'milliseconds'),
    concurrency: readNumber('AX_CONCURRENCY', env, 4, 64, 'a number of requests'),
    reportDir: env.AX_REPORT_DIR || undefined,
  };
  if (!env.AX_BASE_URL) {
    const orderCodes = Array.from({ length: MOCK_ORDERS }, () => randomUUID());
    return { ...common, target: 'mock', baseUrl: '', apiKey: MOCK_API_KEY, orderCodes };
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
  if (env.AX_API_KEY === common.invalidApiKey) {
    throw new SettingsError(
      'AX_INVALID_API_KEY is the same as AX_API_KEY. Set it to a key that is not valid.',
    );
  }
  const orderCodes = readOrderCodes(env.AX_ORDER_CODES ?? '');
  if (common.foreignOrderCode !== undefined && orderCodes.includes(common.foreignOrderCode)) {
    throw new SettingsError(
      "AX_FOREIGN_ORDER_CODE stands in AX_ORDER_CODES as well. Set it to the code of another channel's order.",
    );
  }
  return { ...common, target: 'server', baseUrl, apiKey: env.AX_API_KEY, orderCodes };
}

/** The key that the contract's 403 example names. */
function refusedKey(contract: Contract): string {
  return provokingValue(contract, 403, '$request.header.Authorization').replace('Token ', '');
}

function readNumber(
  name: string,
  env: NodeJS.ProcessEnv,
  fallback: number,
  most: number,
  unit: string,
): number {
  const value = env[name];
  if (!value) return fallback;
  if (/^[1-9]\d{0,6}$/.test(value) && Number(value) <= most) return Number(value);
  throw new SettingsError(
    `${name} is "${value}". Set it to ${unit} from 1 to ${most}, for example ${fallback}.`,
  );
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
  const production = contract.servers.filter(({ environment }) => environment === 'production');
  // A host name may be written with a dot at its end and means the same server.
  const host = hostname.replace(/\.$/, '');
  if (production.some((server) => new URL(server.url).hostname === host)) {
    throw new SettingsError(
      `AX_BASE_URL is ${origin}, AX Cloud's production. These tests cancel orders and never run there. Set it to https://test.ax-cloud.com.`,
    );
  }
  if (url.href !== `${origin}/`) {
    throw new SettingsError(
      `AX_BASE_URL has more than scheme, host and port. Set it to "${origin}"; the contract's path begins with /v1.`,
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
  const unusable = codes.find((code) => /^\.{1,2}$|\p{Cc}/u.test(code));
  if (unusable !== undefined) {
    throw new SettingsError(
      `AX_ORDER_CODES holds ${JSON.stringify(unusable)}, which cannot stand in a path. Set AX order codes.`,
    );
  }
  return [...new Set(codes.filter((code) => code !== ''))];
}
