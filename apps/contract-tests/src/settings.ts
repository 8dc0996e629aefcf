import { readFileSync } from 'node:fs';
import { CommandError } from '@ax-cloud/contract/command-error';
import type { Contract } from '@ax-cloud/contract/contract';
import { createKeyMask } from '@ax-cloud/contract/key-mask';
import { makeOrderCodes } from '@ax-cloud/contract/order-codes';
import { schemeOf, wrongKeyOf } from '@ax-cloud/contract/refusal-statuses';
import { checkServerAddress } from '@ax-cloud/contract/server-address';

const VARIABLES = [
  'AX_BASE_URL',
  'AX_API_KEY',
  'AX_ORDER_CODES',
  'AX_MAX_ORDERS',
  'AX_FOREIGN_ORDER_CODE',
  'AX_INVALID_API_KEY',
  'AX_TIMEOUT_MS',
  'AX_CONCURRENCY',
  'AX_RATE',
  'AX_REPORT_DIR',
];

/** Names in the environment that look like one of these variables but are unknown, such as a misspelt one. */
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
  /** The server's origin; empty for a mock that does not run yet. */
  baseUrl: string;
  apiKey: string;
  invalidApiKey: string;
  /** The codes of orders that may be cancelled, at most AX_MAX_ORDERS. */
  orderCodes: readonly string[];
  /** The channel's codes of these orders, as far as they are given. */
  channelCodes: Readonly<Record<string, string>>;
  /** Every code that the settings hold: AX Cloud's and the channel's, the other channel's, those beyond AX_MAX_ORDERS. */
  givenCodes: readonly string[];
  /** How many of the given orders may be used; undefined for all of them. */
  maxOrders: number | undefined;
  /** The code of an order of another channel, which must not be cancelled. */
  foreignOrderCode: string | undefined;
  /** Milliseconds for one response. */
  timeoutMs: number;
  /** How many requests that need no order are under way at a time. */
  concurrency: number;
  /** The most requests a second; undefined for as many as the server takes. */
  rate: number | undefined;
  /** The folder for the reports; undefined for none. */
  reportDir: string | undefined;
}

/** Makes the function that hides the key and the other channel's code in a text; a server may send them back. */
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
    rate: env.AX_RATE ? readNumber('AX_RATE', env, 10, 1000, 'requests a second') : undefined,
    maxOrders: env.AX_MAX_ORDERS
      ? readNumber('AX_MAX_ORDERS', env, 8, 9_999_999, 'a number of orders')
      : undefined,
    reportDir: env.AX_REPORT_DIR || undefined,
  };
  if (!env.AX_BASE_URL) {
    const orderCodes = makeOrderCodes(contract, MOCK_ORDERS).slice(0, common.maxOrders);
    return {
      ...common,
      target: 'mock',
      baseUrl: '',
      apiKey: MOCK_API_KEY,
      orderCodes,
      channelCodes: {},
      givenCodes: orderCodes,
    };
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
  const orders = readOrders(env.AX_ORDER_CODES ?? '');
  const orderCodes = [...orders.keys()];
  if (common.foreignOrderCode !== undefined && orderCodes.includes(common.foreignOrderCode)) {
    throw new CommandError(
      "AX_FOREIGN_ORDER_CODE is also in AX_ORDER_CODES. Set it to the code of another channel's order.",
    );
  }
  return {
    ...common,
    target: 'server',
    baseUrl,
    apiKey: env.AX_API_KEY,
    orderCodes: orderCodes.slice(0, common.maxOrders),
    channelCodes: Object.fromEntries([...orders].filter(([, channelCode]) => channelCode !== '')),
    givenCodes: [...[...orders].flat(), common.foreignOrderCode ?? ''].filter((code) => code !== ''),
  };
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

/**
 * Reads codes, or pairs `ax_code:channel_code`, separated by commas or line breaks; or `@` and the path of a file of these.
 *
 * @returns AX order code → the channel's, empty where it is not given
 */
function readOrders(value: string): Map<string, string> {
  let text = value;
  if (value.startsWith('@')) {
    try {
      text = readFileSync(value.slice(1), 'utf8').replace(/^\ufeff/, '');
    } catch (cause) {
      throw new CommandError(`AX_ORDER_CODES names the file ${value.slice(1)}, which cannot be read.`, {
        cause,
      });
    }
  }
  const orders = new Map<string, string>();
  for (const entry of text.split(/[,\r\n]+/).map((part) => part.trim())) {
    const [code = '', channelCode = ''] = entry.split(/:(.*)/s).map((part) => part.trim());
    if ([code, channelCode].some((part) => /^\.{1,2}$|\p{Cc}/u.test(part)) || (code === '' && entry !== '')) {
      throw new CommandError(
        `AX_ORDER_CODES holds ${JSON.stringify(entry)}, which cannot be part of a path. Set AX order codes, or pairs ax_code:channel_code.`,
      );
    }
    if (code !== '') orders.set(code, channelCode || (orders.get(code) ?? ''));
  }
  return orders;
}
