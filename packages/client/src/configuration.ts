import { ENVIRONMENTS } from './generated/contract.ts';
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
  /** The HTTP status; undefined when there was no answer. */
  status: number | undefined;
  /** `ok`, or the kind of the failure. */
  kind: 'ok' | CancelFailure['kind'];
  /** 1 for the first attempt of a call. */
  attempt: number;
  durationMs: number;
}

/** How to reach AX Cloud. Give either `environment` or `baseUrl`. */
export type ChannelClientOptions = {
  /** The API key that AX Cloud issued, without the word `Token`. */
  apiKey: ApiKey;
  /** Milliseconds for the whole call: all attempts, the pauses between them, and the bodies. Default 10 000. */
  timeoutMs?: number;
  /** How often to send again where that is safe: nothing was sent, or the server asked to come back. Default 2. */
  retries?: number;
  /** Sends the requests in place of the global `fetch`, for a proxy or an own agent. */
  fetch?: Fetch;
  /** Is told of every attempt as it ends. What it throws is ignored. */
  onExchange?: (exchange: Exchange) => void;
} & (
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
  apiKey: () => Promise<string>;
  timeoutMs: number;
  retries: number;
  fetch: Fetch;
  onExchange: ((exchange: Exchange) => void) | undefined;
}

/**
 * Checks the options at once, so that a wrong one shows at start-up and not at the first cancelled order.
 *
 * @throws {TypeError} naming the option and what to write
 */
export function configure(options: ChannelClientOptions): Configuration {
  const { apiKey, timeoutMs = 10_000, retries = 2, onExchange } = options;
  if (!Number.isFinite(timeoutMs) || timeoutMs <= 0) {
    throw new TypeError(`timeoutMs is ${timeoutMs}. Give the milliseconds for one call, for example 10000.`);
  }
  if (!Number.isInteger(retries) || retries < 0) {
    throw new TypeError(
      `retries is ${retries}. Give how often to send again, for example 2, or 0 for never.`,
    );
  }
  if (typeof apiKey === 'string') checkKey(apiKey);
  else if (typeof apiKey !== 'function') {
    throw new TypeError(
      'apiKey is missing. Give the key that AX Cloud issued, or a function that returns it.',
    );
  }
  return {
    baseUrl: chooseServer(options),
    apiKey: async () => checkKey(typeof apiKey === 'string' ? apiKey : await apiKey()),
    timeoutMs,
    // Looked up for each call, so that an interceptor that is installed later is seen.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    retries,
    onExchange,
  };
}

/** The header is `Token`, one space, the key (the page, 2.1): a space or a line break within would make it another one. */
function checkKey(key: string): string {
  if (typeof key === 'string' && /^[\x21-\x7e]+$/.test(key)) return key;
  throw new TypeError(
    'apiKey is empty or holds a space, a line break or a character outside ASCII. Give the bare key, without the word "Token".',
  );
}

function chooseServer({ environment, baseUrl }: ChannelClientOptions): string {
  if ((environment === undefined) === (baseUrl === undefined)) {
    throw new TypeError(
      `${environment === undefined ? 'Neither' : 'Both'} environment ${environment === undefined ? 'nor' : 'and'} baseUrl given. ` +
        `Give one: environment: ${Object.keys(ENVIRONMENTS).map(quote).join(' or ')}, or baseUrl: "http://127.0.0.1:4010".`,
    );
  }
  if (baseUrl !== undefined) return checkBaseUrl(baseUrl);
  if (Object.hasOwn(ENVIRONMENTS, environment)) return ENVIRONMENTS[environment];
  const known = Object.keys(ENVIRONMENTS).map(quote).join(' or ');
  throw new TypeError(
    `environment is ${quote(environment)}, which AX Cloud does not have. Give ${known}, or use baseUrl.`,
  );
}

function checkBaseUrl(baseUrl: string): string {
  const url = parseUrl(baseUrl);
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(
      `baseUrl is ${quote(baseUrl)}, which is no http address. Give one like "https://ax.example.com".`,
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TypeError(
      'baseUrl holds a user, a query or a fragment. Give the bare address; the key goes into apiKey.',
    );
  }
  const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol === 'http:' && !loopback) {
    throw new TypeError(
      `baseUrl is ${quote(baseUrl)}: plain http would send the API key in the clear. Write https.`,
    );
  }
  return url.href.replace(/\/+$/, '');
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function quote(value: unknown): string {
  return JSON.stringify(String(value));
}
