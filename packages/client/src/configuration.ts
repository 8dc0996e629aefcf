import { check, isOptionalFunction, LIMITS, type Rule } from './check.ts';
import {
  ENVIRONMENTS,
  FIRST_STEP,
  HOSTS,
  KEY_PREFIX,
  PARAMETERS,
  type ParameterOptions,
  parametersOf,
  pathOf,
} from './generated/contract.ts';
import { USER_AGENT } from './generated/user-agent.ts';
import type { CancelFailure, Outcome, ResponseHeaders } from './result.ts';

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
  /** What is known of the order after this attempt and those before it; undefined after a success. */
  outcome: Outcome | undefined;
  /** The system's code of a connection that failed, where the runtime tells it. */
  code: string | undefined;
  /** Of the response, after a success as well; undefined when there was none. */
  headers: ResponseHeaders | undefined;
  /** 1 for the first attempt of a call. */
  attempt: number;
  durationMs: number;
}

/** How to reach AX Cloud. Give either `environment` or `baseUrl`. */
export type ChannelClientOptions = {
  /** The API key that AX Cloud issued, without the word before it. */
  apiKey: ApiKey;
  /**
   * Milliseconds for the whole call: the key, all attempts, the pauses between them, and the bodies. Default 15 000: longer
   * than the 10 000 after which Node.js gives a connection up. With a shorter limit, a host that lets connections wait
   * leaves the order unknown, although nothing was sent.
   */
  timeoutMs?: number | undefined;
  /** How often to send again where that is safe: nothing was sent, or the server asked to come back. Default 2. */
  retries?: number | undefined;
  /** Sends the requests in place of the global `fetch`, for a proxy or an own agent. */
  fetch?: Fetch | undefined;
  /** Is told of every attempt as it ends. What it throws, at once or later, is ignored. */
  onExchange?: ((exchange: Exchange) => void) | undefined;
  /**
   * DANGER: lets `baseUrl` be plain http to any machine. Whoever can listen on the way reads the API key and can cancel
   * orders with it. Only for a mock server within one network that you trust, such as that of Docker Compose, and only
   * with a made-up key. AX Cloud's own hosts are refused all the same.
   */
  allowInsecureHttp?: boolean | undefined;
} & ParameterOptions &
  (
    | {
        /** `test` or `production`: AX Cloud's servers as the contract lists them. */
        environment: Environment;
        baseUrl?: undefined;
      }
    | {
        /**
         * Another server, for example a mock, without the contract's path. Plain http is accepted for this machine only, or
         * with `allowInsecureHttp`.
         */
        baseUrl: string;
        environment?: undefined;
      }
  );

/** Options that have been checked. */
export interface Configuration {
  /** Without a slash at the end. */
  baseUrl: string;
  /** The checked key, or what gives that of a call. */
  apiKey: string | (() => Promise<string>);
  timeoutMs: number;
  retries: number;
  /** The global one where there is none, looked up for each call, so that an interceptor that is installed later is seen. */
  fetch: Fetch | null | undefined;
  onExchange: ((exchange: Exchange) => void) | null | undefined;
  /** What every request with this key has. */
  headersFor: (key: string) => Record<string, string>;
  /** What the contract's query parameters add to every address. */
  search: string;
}

const ENVIRONMENT_NAMES: readonly string[] = Object.keys(ENVIRONMENTS);
const KEY = `the key in ASCII, without "${KEY_PREFIX}", spaces and line breaks, or a function that returns it`;

/** What each option must be. */
export const OPTIONS: readonly Rule<ChannelClientOptions>[] = [
  ['apiKey', KEY, (value: unknown) => typeof value === 'function' || isKey(value), true],
  [
    'environment',
    `"${ENVIRONMENT_NAMES.join('" or "')}", or the baseUrl of another server, not both`,
    (value: string, { baseUrl }) => (baseUrl == null ? ENVIRONMENT_NAMES.includes(value) : value == null),
  ],
  [
    'baseUrl',
    `a URL with https, or with http to this machine (to a mock elsewhere: set allowInsecureHttp: true), without user, query, fragment and the path from "${FIRST_STEP}" on`,
    (value: string, { allowInsecureHttp }) => value == null || isServer(value, allowInsecureHttp === true),
    true,
  ],
  ...LIMITS,
  ['fetch', 'a function, or leave it out', isOptionalFunction],
  ['onExchange', 'a function, or leave it out', isOptionalFunction],
  ['allowInsecureHttp', '', () => true],
  ...PARAMETERS,
];

/**
 * Checks the options at once, so that a wrong one shows at start-up and not at the first cancelled order.
 *
 * @throws {TypeError} naming the option and what to write
 */
export function configure(options: ChannelClientOptions): Configuration {
  const given: ChannelClientOptions = Object(options);
  check(given, OPTIONS, 'an option');
  const { apiKey, environment, baseUrl, fetch, onExchange } = given;
  const { headers, search = '' } = parametersOf(given);
  // A browser has its own, and would ask the server first whether it may send another.
  const isBrowser = /^Mozilla/.test(globalThis.navigator?.userAgent);
  return {
    apiKey: typeof apiKey === 'function' ? () => readKey(apiKey) : apiKey,
    baseUrl: baseUrl == null ? ENVIRONMENTS[environment] : normalize(baseUrl),
    timeoutMs: given.timeoutMs ?? 15_000,
    retries: given.retries ?? 2,
    fetch,
    onExchange,
    headersFor: (key) => ({
      Accept: 'application/json',
      ...(isBrowser ? {} : { 'User-Agent': USER_AGENT }),
      ...headers,
      Authorization: KEY_PREFIX + key,
      'Content-Type': 'application/json',
    }),
    search,
  };
}

/** The header is a word, one space, the key (the page, 2.1): a space or a line break within would make it another one. */
const isKey = (key: unknown): boolean => typeof key === 'string' && !/^$|[^\x21-\x7e]/.test(key);

async function readKey(give: () => string | Promise<string>): Promise<string> {
  const apiKey = await give();
  check({ apiKey }, [['apiKey', KEY, isKey, true]]);
  return apiKey;
}

/** https, or http to this machine; without user, query and fragment. */
const SAFE = /^http(s:|:\/\/(([^/:]+\.)?localhost|127(\.\d+){3}|\[::1\])[:/])[^@?#]*$/;

function isServer(baseUrl: string, allowInsecureHttp: boolean): boolean {
  if (!URL.canParse(baseUrl)) return false;
  const { href, hostname, origin } = new URL(baseUrl);
  // A host name may end with a dot, and is the same.
  const isOwn = HOSTS.includes(hostname.replace(/\.$/, ''));
  const safe = allowInsecureHttp && !isOwn ? href.replace('http:', 'https:') : href;
  // With the operation's path at its end, or the beginning of that, every request would get a 404.
  const path = normalize(baseUrl).slice(origin.length);
  const isDoubled = path.endsWith(FIRST_STEP) || (path !== '' && pathOf('').startsWith(`${path}/`));
  return SAFE.test(safe) && !isDoubled;
}

/** Without slashes at the end. */
const normalize = (baseUrl: string): string => new URL(baseUrl).href.replace(/\/+$/, '');
