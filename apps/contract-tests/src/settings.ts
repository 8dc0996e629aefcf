import { readFileSync } from 'node:fs';
import { CommandError } from '@ax-cloud/contract/command-error';
import type { Contract } from '@ax-cloud/contract/contract';
import { createKeyMask } from '@ax-cloud/contract/key-mask';
import { checkServerAddress } from '@ax-cloud/contract/server-address';
import { schemeOf, wrongKeyOf } from './credential.ts';
import { makeOrderCodes } from './order-codes.ts';

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

/** Names in the environment that look like one of these variables and are not, such as a misspelt one. */
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
  /** Milliseconds for one response. */
  timeoutMs: number;
  /** How many requests that need no order are under way at a time. */
  concurrency: number;
  /** The folder for the reports; undefined for none. */
  reportDir: string | undefined;
}

/** Makes the function that hides, in any text, the key and the other channel's code; a server may send them back. */
export function createSettingsMask({ apiKey, foreignOrderCode = '' }: Settings): (text: string) => string {
  return createKeyMask([apiKey, foreignOrderCode]);
}

/**
 * Reads the settings from environment variables.
 *
 * @throws {CommandError} for a variable that is missing or wrong, and for production
 */
export function readSettings(env: NodeJS.ProcessEnv, contract: Contract): Settings {
  const common = {
    invalidApiKey: env.AX_INVALID_API_KEY || wrongKeyOf(contract),
    foreignOrderCode: env.AX_FOREIGN_ORDER_CODE || undefined,
    timeoutMs: readNumber('AX_TIMEOUT_MS', env, 10_000, 9_999_999, 'milliseconds'),
    concurrency: readNumber('AX_CONCURRENCY', env, 4, 64, 'a number of requests'),
    reportDir: env.AX_REPORT_DIR || undefined,
  };
  if (!env.AX_BASE_URL) {
    const orderCodes = makeOrderCodes(contract, MOCK_ORDERS);
    return { ...common, target: 'mock', baseUrl: '', apiKey: MOCK_API_KEY, orderCodes };
  }
  const why = 'These tests cancel orders and never run there.';
  const { origin: baseUrl } = checkServerAddress(env.AX_BASE_URL, contract, why);
  if (!env.AX_API_KEY) {
    throw new CommandError(
      `AX_API_KEY is not set. Set it to the key of the test environment, without the word "${schemeOf(contract)}".`,
    );
  }
  if (!/^[\x21-\x7e]+$/.test(env.AX_API_KEY)) {
    throw new CommandError(
      'AX_API_KEY holds a space, a line break or a character outside ASCII. Set the bare key.',
    );
  }
  if (env.AX_API_KEY === common.invalidApiKey) {
    throw new CommandError(
      'AX_INVALID_API_KEY is the same as AX_API_KEY. Set it to a key that is not valid.',
    );
  }
  const orderCodes = readOrderCodes(env.AX_ORDER_CODES ?? '');
  if (common.foreignOrderCode !== undefined && orderCodes.includes(common.foreignOrderCode)) {
    throw new CommandError(
      "AX_FOREIGN_ORDER_CODE stands in AX_ORDER_CODES as well. Set it to the code of another channel's order.",
    );
  }
  return { ...common, target: 'server', baseUrl, apiKey: env.AX_API_KEY, orderCodes };
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
  throw new CommandError(
    `${name} is "${value}". Set it to ${unit} from 1 to ${most}, for example ${fallback}.`,
  );
}

/** Codes separated by commas or line breaks, or `@` and the path of a file of such. */
function readOrderCodes(value: string): string[] {
  let text = value;
  if (value.startsWith('@')) {
    try {
      text = readFileSync(value.slice(1), 'utf8');
    } catch (cause) {
      throw new CommandError(`AX_ORDER_CODES names the file ${value.slice(1)}, which cannot be read.`, {
        cause,
      });
    }
  }
  const codes = text.split(/[,\r\n]+/).map((code) => code.trim());
  const unusable = codes.find((code) => /^\.{1,2}$|\p{Cc}/u.test(code));
  if (unusable !== undefined) {
    throw new CommandError(
      `AX_ORDER_CODES holds ${JSON.stringify(unusable)}, which cannot stand in a path. Set AX order codes.`,
    );
  }
  return [...new Set(codes.filter((code) => code !== ''))];
}
