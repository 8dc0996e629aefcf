import { checkCallable, isTextWithout } from './cancellation.ts';
import { ENVIRONMENTS, KEY_PREFIX, type ParameterOptions, parametersOf } from './generated/contract.ts';
import type { CancelFailure } from './result.ts';

/** The name of one of AX Cloud's servers. */
export type Environment = keyof typeof ENVIRONMENTS;

/** The key itself, or a function that gives the current one for each call, for keys that rotate. */
export type ApiKey = string | (() => string | Promise<string>);

/** The part of the global `fetch` that the client uses; `raw` gives it a `Request`, `cancelTourOrder` an address. */
export type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** One attempt, for a log. The API key is in none of it. */
export interface Exchange {
  method: string;
  url: string;
  /** The HTTP status; undefined when there was no response. */
  status: number | undefined;
  /** `ok`, or the kind of the failure. */
  kind: 'ok' | CancelFailure['kind'];
  /** 1 for the first attempt of a call. */
  attempt: number;
  durationMs: number;
}

/** How to reach AX Cloud. Give either `environment` or `baseUrl`. */
export type ChannelClientOptions = {
  /** The API key that AX Cloud issued, without the word before it. */
  apiKey: ApiKey;
  /** Milliseconds for the whole call: the key, all attempts, the pauses between them, and the bodies. Default 10 000. */
  timeoutMs?: number;
  /** How often to send again where that is safe: nothing was sent, or the server asked to come back. Default 2. */
  retries?: number;
  /** Sends the requests in place of the global `fetch`, for a proxy or an own agent. */
  fetch?: Fetch;
  /** Is told of every attempt as it ends. What it throws, at once or later, is ignored. */
  onExchange?: (exchange: Exchange) => void;
} & ParameterOptions &
  (
    | {
        /** `test` or `production`: AX Cloud's servers as the contract lists them. */
        environment: Environment;
        baseUrl?: undefined;
      }
    | {
        /** The origin of another server, for example a mock. Plain http is accepted for this machine only. */
        baseUrl: string;
        environment?: undefined;
      }
  );

/** Options that have been checked. */
export interface Configuration {
  /** Without a slash at the end. */
  baseUrl: string;
  /** Gives the checked key of this call. */
  apiKey: () => string | Promise<string>;
  timeoutMs: number;
  retries: number;
  fetch: Fetch;
  onExchange: ((exchange: Exchange) => void) | undefined;
  /** What the contract's own headers and query parameters add to every request. */
  parameters: { headers: Readonly<Record<string, string>>; search: string };
}

/**
 * Checks the options at once, so that a wrong one shows at start-up and not at the first cancelled order.
 *
 * @throws {TypeError} naming the option and what to write
 */
export function configure(options: ChannelClientOptions): Configuration {
  const { apiKey, timeoutMs = 10_000, retries = 2, fetch, onExchange } = options;
  checkCount('timeoutMs', timeoutMs, 1);
  checkCount('retries', retries, 0);
  checkCallable('fetch', 'function', fetch);
  checkCallable('onExchange', 'function', onExchange);
  if (typeof apiKey !== 'function') checkKey(apiKey);
  return {
    baseUrl: chooseServer(options),
    apiKey: typeof apiKey === 'function' ? async () => checkKey(await apiKey()) : () => apiKey,
    timeoutMs,
    retries,
    // Looked up for each call, so that an interceptor that is installed later is seen.
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    onExchange,
    parameters: parametersOf(options),
  };
}

/** The bound is that of timers, which take a longer time for none at all. */
function checkCount(name: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least && value < 2 ** 31) return;
  throw new TypeError(`${name} is ${value}. Give a whole number from ${least} to ${2 ** 31 - 1}.`);
}

/** The header is a word, one space, the key (the page, 2.1): a space or a line break within would make it another one. */
function checkKey(key: string): string {
  if (isTextWithout(/^$|[^\x21-\x7e]/, key)) return key;
  throw new TypeError(
    'apiKey is missing, empty, or holds a space, a line break or a character outside ASCII. Give the bare key, without the word "' +
      KEY_PREFIX.trim() +
      '", or a function that returns it.',
  );
}

/** https, or http to this machine, with neither user nor query nor fragment. */
const ADDRESS = /^http(s:\/\/|:\/\/(([^/:]+\.)?localhost|127(\.\d+){3}|\[::1\])[:/])[^@?#]*$/;

function chooseServer({ environment, baseUrl }: ChannelClientOptions): string {
  const known = Object.keys(ENVIRONMENTS).join('" or "');
  if (baseUrl !== undefined && environment !== undefined) {
    throw new TypeError('Set either environment or baseUrl, not both.');
  }
  if (baseUrl === undefined && !Object.hasOwn(ENVIRONMENTS, environment)) {
    throw new TypeError(`environment is ${environment}. Give "${known}", or the baseUrl of another server.`);
  }
  if (baseUrl === undefined) return ENVIRONMENTS[environment];
  const href = URL.canParse(baseUrl) ? new URL(baseUrl).href : '';
  if (ADDRESS.test(href)) return href.replace(/\/+$/, '');
  throw new TypeError(
    'baseUrl is not a URL that the key may go to. Give https, or http to this machine, without user, query and fragment: "https://ax.example.com".',
  );
}
